package dev.dialtone.testkit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The numbers that anybody may claim. Not thread-safe; the world guards it. */
final class Inventory {
  private final Map<String, OfferedNumber> offered = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final AsBuilt built = new AsBuilt(offered);

  static List<String> consecutive(String first, int count) {
    Arguments.require(PhoneNumberRules.isE164(first), "expected an E.164 number, not " + first);
    Arguments.require(count > 0, "expected one number or more, not " + count);
    long start = Long.parseLong(first.substring(1));
    return LongStream.range(start, start + count).mapToObj(number -> "+" + number).toList();
  }

  void offer(List<PhoneNumber> numbers) {
    for (PhoneNumber number : numbers) {
      offered.put(number.number(), new OfferedNumber(offered.size(), number));
    }
  }

  boolean has(String number) {
    return offered.containsKey(number);
  }

  Optional<OfferedNumber> available(String number) {
    return Optional.ofNullable(offered.get(number)).filter(this::isAvailable);
  }

  void take(OfferedNumber number) {
    taken.add(number.phoneNumber().number());
  }

  /** What is available, in the order of offering. */
  Stream<OfferedNumber> available() {
    return offered.values().stream().filter(this::isAvailable);
  }

  void markAsBuilt() {
    built.mark();
  }

  void reset() {
    built.restore();
    taken.clear();
  }

  private boolean isAvailable(OfferedNumber number) {
    return !taken.contains(number.phoneNumber().number());
  }
}

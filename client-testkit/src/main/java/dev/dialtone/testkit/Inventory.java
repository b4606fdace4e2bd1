package dev.dialtone.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The numbers that anybody may claim. Not thread-safe; the world guards it. */
final class Inventory {
  private final List<OfferedNumber> offered = new ArrayList<>();
  private final Map<String, OfferedNumber> byNumber = new HashMap<>();
  private final Map<String, Instant> availableFrom = new HashMap<>();

  static List<String> consecutive(String first, int count) {
    Arguments.require(PhoneNumberRules.isE164(first), "expected an E.164 number, not " + first);
    Arguments.require(count > 0, "expected one number or more, not " + count);
    long start = Long.parseLong(first.substring(1));
    return LongStream.range(start, start + count).mapToObj(number -> "+" + number).toList();
  }

  void offer(List<PhoneNumber> numbers) {
    for (PhoneNumber number : numbers) {
      var fresh = new OfferedNumber(offered.size(), number);
      offered.add(fresh);
      byNumber.put(number.number(), fresh);
    }
  }

  boolean has(String number) {
    return byNumber.containsKey(number);
  }

  Optional<OfferedNumber> available(String number, Instant now) {
    return Optional.ofNullable(byNumber.get(number)).filter(found -> isAvailable(found, now));
  }

  /** Nobody may claim the number before then. */
  void withhold(String number, Instant until) {
    availableFrom.put(number, until);
  }

  /** What is available from this place on, in the order of offering. */
  Stream<OfferedNumber> available(int place, Instant now) {
    return offered.subList(Math.min(place, offered.size()), offered.size()).stream()
        .filter(number -> isAvailable(number, now));
  }

  void reset() {
    availableFrom.clear();
  }

  private boolean isAvailable(OfferedNumber number, Instant now) {
    Instant from = availableFrom.get(number.phoneNumber().number());
    return from == null || !from.isAfter(now);
  }
}

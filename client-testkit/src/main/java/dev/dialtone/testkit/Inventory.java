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

  static List<String> consecutive(String first, int count) {
    requireThat(PhoneNumberRules.isE164(first), "expected an E.164 number, not " + first);
    requireThat(count > 0, "expected one number or more, not " + count);
    long start = Long.parseLong(first.substring(1));
    return LongStream.range(start, start + count).mapToObj(number -> "+" + number).toList();
  }

  void offer(String country, String type, List<String> numbers) {
    requireThat(PhoneNumberRules.isCountry(country), "expected a country code, not " + country);
    requireThat(PhoneNumberRules.isType(type), "expected a phone number type, not " + type);
    var fresh = new HashSet<String>();
    for (String number : numbers) {
      requireThat(PhoneNumberRules.isE164(number), "expected an E.164 number, not " + number);
      requireThat(
          fresh.add(number) && !offered.containsKey(number), number + " is already offered");
    }
    for (String number : numbers) {
      offered.put(number, new OfferedNumber(offered.size(), number, country, type));
    }
  }

  Optional<OfferedNumber> available(String number) {
    return Optional.ofNullable(offered.get(number)).filter(this::isAvailable);
  }

  void take(OfferedNumber number) {
    taken.add(number.number());
  }

  /** What is available from a place onwards, in the order of offering. */
  Stream<OfferedNumber> availableFrom(int place) {
    return offered.values().stream()
        .filter(number -> number.place() >= place)
        .filter(this::isAvailable);
  }

  void reset() {
    taken.clear();
  }

  private boolean isAvailable(OfferedNumber number) {
    return !taken.contains(number.number());
  }

  private static void requireThat(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

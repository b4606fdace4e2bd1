package dev.dialtone.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The numbers that anybody may claim. A search goes over what is available only, however much is
 * taken. Not thread-safe; the world guards it.
 */
final class Inventory {
  private final List<OfferedNumber> offered = new ArrayList<>();
  private final Map<String, OfferedNumber> byNumber = new HashMap<>();
  private final AsBuilt<OfferedNumber> built = new AsBuilt<>(byNumber);
  private final BitSet available = new BitSet();
  private final Map<String, Return> returns = new HashMap<>();
  private final Queue<Return> due = new PriorityQueue<>(Comparator.comparing(Return::at));

  /** When a number comes back. */
  private record Return(OfferedNumber number, Instant at) {}

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
      available.set(fresh.place());
    }
  }

  boolean has(String number) {
    return byNumber.containsKey(number);
  }

  Optional<OfferedNumber> available(String number, Instant now) {
    takeBack(now);
    return Optional.ofNullable(byNumber.get(number)).filter(found -> available.get(found.place()));
  }

  /** Nobody may claim the number before then; nothing happens if it was never offered. */
  void withhold(String number, Instant until) {
    Optional.ofNullable(byNumber.get(number)).ifPresent(known -> withhold(known, until));
  }

  /** What is available from this place on, in the order of offering. */
  Stream<OfferedNumber> available(int place, Instant now) {
    takeBack(now);
    return IntStream.iterate(
            available.nextSetBit(place), next -> next >= 0, next -> available.nextSetBit(next + 1))
        .mapToObj(offered::get);
  }

  void markAsBuilt() {
    built.mark();
  }

  void reset() {
    built.restore();
    offered.subList(byNumber.size(), offered.size()).clear();
    available.clear();
    available.set(0, offered.size());
    returns.clear();
    due.clear();
  }

  private void withhold(OfferedNumber number, Instant until) {
    var back = new Return(number, until);
    available.clear(number.place());
    returns.put(number.phoneNumber().number(), back);
    if (until.isBefore(Instant.MAX)) {
      due.add(back);
    }
  }

  private void takeBack(Instant now) {
    while (!due.isEmpty() && !due.peek().at().isAfter(now)) {
      Return back = due.remove();
      // It may have been claimed again meanwhile, and then comes back at another time.
      if (returns.remove(back.number().phoneNumber().number(), back)) {
        available.set(back.number().place());
      }
    }
  }
}

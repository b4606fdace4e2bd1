package dev.dialtone.testkit;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which numbers may fill the quota of which target. Whether they do depends on the time, so it is
 * counted when it is asked, and only where there are enough of them to matter. Not thread-safe; the
 * world guards it.
 */
final class Occupancy {
  private final Map<String, Set<HeldNumber>> byTarget = new HashMap<>();

  /** After each write: where the number is going, it takes a place. */
  void note(HeldNumber number) {
    byTarget.computeIfAbsent(number.goesTo(), target -> new LinkedHashSet<>()).add(number);
  }

  boolean isFull(Target target, String exceptNumber, Instant now) {
    Set<HeldNumber> candidates =
        byTarget.computeIfAbsent(target.arn(), arn -> new LinkedHashSet<>());
    if (candidates.size() < target.quota()) {
      return false;
    }
    // What does not fill a place now will not without another write, which notes it again.
    candidates.removeIf(held -> !held.fills(target, now));
    return candidates.stream().filter(held -> !held.number().equals(exceptNumber)).count()
        >= target.quota();
  }

  void reset() {
    byTarget.clear();
  }
}

package dev.dialtone.testkit;

import java.time.Duration;

/** What the user of the stand-in passes wrongly fails at once. */
final class Arguments {
  private Arguments() {}

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  static Duration notNegative(Duration duration) {
    require(!duration.isNegative(), "expected a duration of zero or more, not " + duration);
    return duration;
  }

  static int notNegative(int count) {
    require(count >= 0, "expected a count of zero or more, not " + count);
    return count;
  }
}

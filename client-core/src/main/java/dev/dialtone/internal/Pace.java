package dev.dialtone.internal;

import java.time.Duration;

/**
 * How long after one look comes the next: soon at first, then a share of the age, at most so long.
 *
 * @param share one look after each so many-th part of the age
 * @param longest and at least one in this time
 */
record Pace(int share, Duration longest) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** A number that settles after t is known of after 1.1 t; a lone one takes half the budget. */
  static final Pace QUICK = new Pace(10, Duration.ofMinutes(5));

  /** For what may take 72 hours: 118 looks in that time. */
  static final Pace SLOW = new Pace(5, Duration.ofHours(1));

  Duration interval(Duration age) {
    Duration part = Duration.ofNanos(age.toNanos() / share); // Division by BigDecimals is slow.
    if (part.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return part.compareTo(longest) > 0 ? longest : part;
  }
}

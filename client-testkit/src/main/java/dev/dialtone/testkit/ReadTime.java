package dev.dialtone.testkit;

import java.time.Duration;
import java.time.Instant;

/**
 * When a read looks, and how far what it sees lags behind the writes.
 *
 * @param lateness how long after its claim a number is not seen at all
 */
record ReadTime(Instant now, Duration staleness, Duration lateness) {

  boolean sees(NumberVersion<?> version) {
    return isPast(version, staleness);
  }

  /** Whether it sees the number at all: what was there from the first is always seen. */
  boolean seesFirst(NumberVersion<?> version) {
    return isPast(version, staleness) && isPast(version, lateness);
  }

  private boolean isPast(NumberVersion<?> version, Duration lag) {
    return !version.since().plus(lag).isAfter(now);
  }
}

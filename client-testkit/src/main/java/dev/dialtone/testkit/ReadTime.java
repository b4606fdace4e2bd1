package dev.dialtone.testkit;

import java.time.Duration;
import java.time.Instant;

/** When a read looks, and how far what it sees lags behind the writes. */
record ReadTime(Instant now, Duration staleness) {

  boolean sees(NumberVersion<?> version) {
    return !version.since().plus(staleness).isAfter(now);
  }
}

package dev.dialtone.testkit;

import java.time.Instant;

/** One write: what is true until it has settled, and what is true then. No timer settles it. */
record NumberVersion(Instant since, Instant settlesAt, NumberState during, NumberState after) {

  static NumberVersion atOnce(Instant now, NumberState state) {
    return new NumberVersion(now, now, state, state);
  }

  NumberState at(Instant time) {
    return time.isBefore(settlesAt) ? during : after;
  }
}

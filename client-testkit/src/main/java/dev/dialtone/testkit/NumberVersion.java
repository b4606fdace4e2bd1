package dev.dialtone.testkit;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** One write: what is true until it has settled, and what is true then. No timer settles it. */
record NumberVersion(Instant since, Instant settlesAt, NumberState during, NumberState after) {

  NumberState at(Instant time) {
    return time.isBefore(settlesAt) ? during : after;
  }

  /** A write that is effective at once and leaves alone what is still settling. */
  NumberVersion changed(Instant now, UnaryOperator<NumberState> change) {
    return new NumberVersion(now, settlesAt, change.apply(during), change.apply(after));
  }
}

package dev.dialtone.testkit;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** One write: what is true until it has settled, and what is true then. No timer settles it. */
record NumberVersion<S>(Instant since, Instant settlesAt, S during, S after) {

  /** What has always been so. */
  static <S> NumberVersion<S> original(S state) {
    return new NumberVersion<>(Instant.EPOCH, Instant.EPOCH, state, state);
  }

  S at(Instant time) {
    return time.isBefore(settlesAt) ? during : after;
  }

  /** A write that is effective at once and leaves alone what is still settling. */
  NumberVersion<S> changed(Instant now, UnaryOperator<S> change) {
    return new NumberVersion<>(now, settlesAt, change.apply(during), change.apply(after));
  }
}

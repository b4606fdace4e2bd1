package dev.dialtone.testkit;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * One write: what is true until it has settled, what is true then, and what once it has lapsed. No
 * timer settles it.
 */
record NumberVersion<S>(
    Instant since, Instant settlesAt, Instant lapsesAt, S during, S after, S lapsed) {

  /** What lasts once it has settled. */
  static <S> NumberVersion<S> lasting(Instant since, Instant settlesAt, S during, S after) {
    return new NumberVersion<>(since, settlesAt, Instant.MAX, during, after, after);
  }

  /** What has always been so. */
  static <S> NumberVersion<S> original(S state) {
    return lasting(Instant.EPOCH, Instant.EPOCH, state, state);
  }

  NumberVersion<S> lapsing(Instant at, S then) {
    return new NumberVersion<>(since, settlesAt, at, during, after, then);
  }

  S at(Instant time) {
    if (time.isBefore(settlesAt)) {
      return during;
    }
    return time.isBefore(lapsesAt) ? after : lapsed;
  }

  /** A write that is effective at once and leaves alone what is still settling. */
  NumberVersion<S> changed(Instant now, UnaryOperator<S> change) {
    return new NumberVersion<>(
        now, settlesAt, lapsesAt, change.apply(during), change.apply(after), change.apply(lapsed));
  }
}

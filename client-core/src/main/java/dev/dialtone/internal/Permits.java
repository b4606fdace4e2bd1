package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Budget;
import java.time.Duration;
import java.util.OptionalLong;

/** Where a line's permits come from. Confined to its line. */
interface Permits {
  /**
   * Takes a permit for a request that may leave at any time from now on and returns 0, or returns
   * after how many nanoseconds to ask again.
   */
  long take(long nowNanos);

  /** The request leaves now for which a permit was taken then. */
  void left(long takenNanos, long nowNanos);

  /** A request that has left is answered, or will not be; a refusal is told before that. */
  default void ended(long nowNanos) {}

  /** Returns a permit that was taken and not used. */
  void giveBack(long nowNanos);

  /**
   * How many nanoseconds at least until there is a permit for one who has so many before him; empty
   * if that is not known.
   */
  default OptionalLong leastWait(int before, long nowNanos) {
    return OptionalLong.empty();
  }

  /** What there is as things stand. */
  Budget budget();

  /** No permit for this long: the service has refused one. */
  void hold(long nowNanos, Duration pause);
}

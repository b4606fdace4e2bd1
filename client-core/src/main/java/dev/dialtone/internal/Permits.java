package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Budget;
import java.time.Duration;

/** Where a line's permits come from. Confined to its line. */
interface Permits {
  /** Takes a permit and returns 0, or returns after how many nanoseconds to ask again. */
  long take(long nowNanos);

  /** Returns a permit that was taken then and not used. */
  void giveBack(long takenNanos);

  /** What there is as things stand. */
  Budget budget();

  /** No permit for this long: the service has refused one. */
  void hold(long nowNanos, Duration pause);
}

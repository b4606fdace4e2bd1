package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Budget;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A token bucket: idle time saves up permits to the burst; after that comes one per 1/rate. It is
 * kept as one number, the time at which the bucket would be full again (the generic cell rate
 * algorithm), so nothing is rounded and no window has an edge.
 */
final class TokenBucket implements Permits {
  private final Budget budget;
  private final long interval;
  private final long tolerance;
  private boolean started;
  private long fullAt;

  /** How many permits were taken at the time of the last one. */
  private int takenLast;

  private long lastTakenAt;

  TokenBucket(double permitsPerSecond, int burst) {
    budget = new Budget(permitsPerSecond, burst);
    interval = Math.max(1, (long) Math.ceil(TimeUnit.SECONDS.toNanos(1) / permitsPerSecond));
    tolerance = interval * (burst - 1L);
  }

  @Override
  public long take(long nowNanos) {
    if (!started || fullAt - nowNanos < 0) {
      started = true;
      fullAt = nowNanos;
    }
    long wait = fullAt - nowNanos - tolerance;
    if (wait > 0) {
      return wait;
    }
    takenLast = takenLast > 0 && lastTakenAt == nowNanos ? takenLast + 1 : 1;
    lastTakenAt = nowNanos;
    fullAt += interval;
    return 0;
  }

  /**
   * Only the last ones count. Since an older one was taken, time may have refilled the bucket, and
   * one permit too few is better than one too many.
   */
  @Override
  public void giveBack(long takenNanos) {
    if (takenLast > 0 && lastTakenAt == takenNanos) {
      takenLast--;
      fullAt -= interval;
    }
  }

  @Override
  public Budget budget() {
    return budget;
  }

  @Override
  public void hold(long nowNanos, Duration pause) {
    takenLast = 0;
    long until = nowNanos + Math.max(interval, TimeUnit.NANOSECONDS.convert(pause)) + tolerance;
    if (!started || until - fullAt > 0) {
      started = true;
      fullAt = until;
    }
  }
}

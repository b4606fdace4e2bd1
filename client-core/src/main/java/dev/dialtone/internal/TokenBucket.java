package dev.dialtone.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A token bucket: idle time saves up permits to the burst; after that comes one per 1/rate. It is
 * kept as one number, the time at which the bucket would be full again (the generic cell rate
 * algorithm), so nothing is rounded and no window has an edge.
 */
final class TokenBucket implements Permits {
  private final long interval;
  private final long tolerance;
  private boolean started;
  private long fullAt;

  TokenBucket(double permitsPerSecond, int burst) {
    interval = Math.max(1, Math.round(TimeUnit.SECONDS.toNanos(1) / permitsPerSecond));
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
    fullAt += interval;
    return 0;
  }

  @Override
  public void giveBack() {
    fullAt -= interval;
  }

  @Override
  public void hold(long nowNanos, Duration pause) {
    long until = nowNanos + Math.max(interval, TimeUnit.NANOSECONDS.convert(pause)) + tolerance;
    if (!started || until - fullAt > 0) {
      started = true;
      fullAt = until;
    }
  }
}

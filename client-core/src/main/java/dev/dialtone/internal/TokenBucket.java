package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Budget;
import java.time.Duration;
import java.util.OptionalLong;
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

  /** Permits of requests that have not left yet: any of them may leave at any time. */
  private int held;

  TokenBucket(double permitsPerSecond, int burst) {
    budget = new Budget(permitsPerSecond, burst);
    interval = Math.max(1, (long) Math.ceil(TimeUnit.SECONDS.toNanos(1) / permitsPerSecond));
    tolerance = interval * (burst - 1L);
  }

  @Override
  public long take(long nowNanos) {
    refill(nowNanos);
    long wait = untilSpare(held, nowNanos);
    if (wait > 0) {
      return wait;
    }
    held++;
    return 0;
  }

  @Override
  public OptionalLong leastWait(int before, long nowNanos) {
    refill(nowNanos);
    return OptionalLong.of(Math.max(0, untilSpare((long) held + before, nowNanos)));
  }

  /** Until there is one more than these. */
  private long untilSpare(long others, long nowNanos) {
    return fullAt - nowNanos + others * interval - tolerance;
  }

  @Override
  public void left(long takenNanos, long nowNanos) {
    refill(nowNanos);
    held--;
    fullAt += interval;
  }

  private void refill(long nowNanos) {
    if (!started || fullAt - nowNanos < 0) {
      started = true;
      fullAt = nowNanos;
    }
  }

  @Override
  public void giveBack(long nowNanos) {
    held--;
  }

  @Override
  public Budget budget() {
    return budget;
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

package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Budget;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A token bucket: idle time saves up permits to the burst; after that comes one per 1/rate. It is
 * kept as the time at which the bucket would be full again (the generic cell rate algorithm), so
 * nothing is rounded and no window has an edge.
 *
 * <p>When a request reaches the service, nobody tells. The bucket is kept twice, as if each arrived
 * when it left, and as if only when it was answered: what left first may arrive last, on a new
 * connection for instance, and a service that was idle until then saves nothing up meanwhile.
 */
final class TokenBucket implements Permits {
  private final Budget budget;
  private final long interval;
  private final long tolerance;
  private boolean started;
  private long fullAt;
  private long fullAtLatest;

  /** Permits of requests that have not left yet: any of them may leave at any time. */
  private int held;

  /** Requests that have left and are not answered. */
  private int out;

  TokenBucket(double permitsPerSecond, int burst) {
    budget = new Budget(permitsPerSecond, burst);
    interval = Math.max(1, (long) Math.ceil(TimeUnit.SECONDS.toNanos(1) / permitsPerSecond));
    tolerance = interval * (burst - 1L);
  }

  @Override
  public long take(long nowNanos) {
    refill(nowNanos);
    long earliest = later(fullAt - tolerance, fullAtLatest - toleranceLeft());
    long wait = earliest + held * interval - nowNanos;
    if (wait > 0) {
      return wait;
    }
    held++;
    return 0;
  }

  /** If more are out than a burst, they hang, or the way is long: that must not stop the others. */
  private long toleranceLeft() {
    return Math.max(0, tolerance - out * interval);
  }

  @Override
  public OptionalLong leastWait(int before, long nowNanos) {
    refill(nowNanos);
    return OptionalLong.of(
        Math.max(0, fullAt - nowNanos + ((long) held + before) * interval - tolerance));
  }

  @Override
  public void left(long takenNanos, long nowNanos) {
    refill(nowNanos);
    held--;
    out++;
    fullAt += interval;
  }

  @Override
  public void ended(long nowNanos) {
    refill(nowNanos);
    out--;
    fullAtLatest += interval;
  }

  private void refill(long nowNanos) {
    fullAt = started ? later(fullAt, nowNanos) : nowNanos;
    fullAtLatest = started ? later(fullAtLatest, nowNanos) : nowNanos;
    started = true;
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
    refill(nowNanos);
    long until = nowNanos + Math.max(interval, TimeUnit.NANOSECONDS.convert(pause));
    fullAt = later(fullAt, until + tolerance);
    fullAtLatest = later(fullAtLatest, until + toleranceLeft());
  }

  private static long later(long one, long other) {
    return one - other < 0 ? other : one;
  }
}

package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Budget;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Permits of a Resilience4j limiter. It grants ahead of time and takes nothing back, so the permit
 * reserved for later is kept here until its time, and one returned is kept for the next who asks.
 */
final class RateLimiterPermits implements Permits {
  private final RateLimiter limiter;
  private boolean reserved;
  private long reservedAt;
  private int returned;
  private boolean held;
  private long heldUntil;

  RateLimiterPermits(RateLimiter limiter) {
    this.limiter = limiter;
  }

  @Override
  public long take(long nowNanos) {
    if (held && heldUntil - nowNanos > 0) {
      return heldUntil - nowNanos;
    }
    held = false;
    if (returned > 0) {
      returned--;
      return 0;
    }
    if (!reserved) {
      long wait = limiter.reservePermission();
      if (wait < 0) {
        // Farther off than the limiter's own time-out: ask again in its next period.
        return limiter.getRateLimiterConfig().getLimitRefreshPeriod().toNanos();
      }
      reserved = true;
      reservedAt = nowNanos + wait;
    }
    if (reservedAt - nowNanos > 0) {
      return reservedAt - nowNanos;
    }
    reserved = false;
    return 0;
  }

  @Override
  public void giveBack(long takenNanos) {
    returned++;
  }

  /** Nothing is saved up over a period. */
  @Override
  public Budget budget() {
    var config = limiter.getRateLimiterConfig();
    double seconds = config.getLimitRefreshPeriod().toNanos() / 1e9;
    return new Budget(config.getLimitForPeriod() / seconds, config.getLimitForPeriod());
  }

  @Override
  public void hold(long nowNanos, Duration pause) {
    limiter.drainPermissions();
    held = true;
    heldUntil = nowNanos + TimeUnit.NANOSECONDS.convert(pause);
  }
}

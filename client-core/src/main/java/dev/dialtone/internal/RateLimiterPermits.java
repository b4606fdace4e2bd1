package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Budget;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.time.Duration;
import java.util.OptionalLong;
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
  private int onHand;
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
    var config = limiter.getRateLimiterConfig();
    if (onHand >= config.getLimitForPeriod()) {
      return config.getLimitRefreshPeriod().toNanos(); // Or sooner, when one of them leaves.
    }
    if (returned > 0) {
      returned--;
      onHand++;
      return 0;
    }
    if (!reserved) {
      long wait = limiter.reservePermission();
      if (wait < 0) {
        // Farther off than the limiter's own time-out: ask again in its next period.
        return config.getLimitRefreshPeriod().toNanos();
      }
      reserved = true;
      reservedAt = nowNanos + wait;
    }
    if (reservedAt - nowNanos > 0) {
      return reservedAt - nowNanos;
    }
    reserved = false;
    onHand++;
    return 0;
  }

  /**
   * The limiter has made up for it since it was taken: what it saved up must not follow at once.
   */
  @Override
  public void left(long takenNanos, long nowNanos) {
    onHand--;
    long period = limiter.getRateLimiterConfig().getLimitRefreshPeriod().toNanos();
    if (nowNanos - takenNanos >= period) {
      hold(nowNanos, Duration.ofNanos(period));
    }
  }

  @Override
  public void giveBack(long nowNanos) {
    onHand--;
    returned++;
  }

  /** What is left of a period is not asked for. */
  @Override
  public OptionalLong leastWait(int before, long nowNanos) {
    var config = limiter.getRateLimiterConfig();
    long periods = before / config.getLimitForPeriod();
    long pause = held ? Math.max(0, heldUntil - nowNanos) : 0;
    return OptionalLong.of(
        Math.max(pause, (periods - 1) * config.getLimitRefreshPeriod().toNanos()));
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
    long until = nowNanos + TimeUnit.NANOSECONDS.convert(pause);
    if (!held || until - heldUntil > 0) {
      held = true;
      heldUntil = until;
    }
  }
}

package dev.dialtone;

import dev.dialtone.internal.LimitedGate;
import dev.dialtone.internal.SystemTimer;
import dev.dialtone.spi.QuotaGate;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.util.function.Function;

/**
 * For those who run their limits in Resilience4j: a gate over limiters of theirs. Unlike {@link
 * Quota#newGate()} it saves up nothing over a limiter's period, and real time is all it knows.
 */
public final class RateLimiterGate {
  private RateLimiterGate() {}

  /**
   * A gate that asks, for each account, Region and API operation, the limiter that the function
   * gives. It never blocks, whatever time-out the limiter has.
   */
  public static QuotaGate over(Function<QuotaGate.Key, RateLimiter> limiters) {
    return LimitedGate.rateLimiters(new SystemTimer(), limiters);
  }
}

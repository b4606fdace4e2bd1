package dev.dialtone.benchmarks;

import dev.dialtone.Quota;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/**
 * Resilience4j's limiters as the entrants beside Dialtone are best off with; {@code BULK.md} tells
 * what else was tried. Their callers wait as long as it takes.
 */
final class PlainLimiter {
  private static final Duration LONG = Duration.ofHours(1);

  private PlainLimiter() {}

  /** The burst at once, and again each time the service has saved up another. */
  static RateLimiter ofClaims(Quota quota) {
    double seconds = quota.burst() / quota.permitsPerSecond();
    return limiter("claims", quota.burst(), Duration.ofNanos((long) (seconds * 1e9)));
  }

  /** What a second allows, each second. */
  static RateLimiter ofLooks(Quota quota) {
    return limiter("looks", (int) quota.permitsPerSecond(), Duration.ofSeconds(1));
  }

  private static RateLimiter limiter(String name, int permits, Duration period) {
    return RateLimiter.of(
        name,
        RateLimiterConfig.custom()
            .limitForPeriod(permits)
            .limitRefreshPeriod(period)
            .timeoutDuration(LONG)
            .build());
  }
}

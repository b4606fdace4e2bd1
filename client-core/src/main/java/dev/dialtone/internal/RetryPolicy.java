package dev.dialtone.internal;

import dev.dialtone.spi.PortException;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Decides whether and after how long a failed call is sent again; it does not wait. Resilience4j
 * counts and decides; the interval is ours: full jitter under a doubling cap, and never less than
 * what the service asked for.
 */
final class RetryPolicy {
  private static final long BASE_MILLIS = 200;
  private static final long THROTTLED_BASE_MILLIS = 1_000;
  private static final long CAP_MILLIS = 20_000;

  private final Retry retry;
  private final RandomGenerator random;

  RetryPolicy(int attempts, RandomGenerator random) {
    this.random = random;
    retry =
        Retry.of(
            "dialtone",
            RetryConfig.custom()
                .maxAttempts(attempts)
                .retryOnException(RetryPolicy::mayPass)
                .intervalBiFunction(this::interval)
                .build());
  }

  /** The decisions for one call: milliseconds until the next attempt, or negative for none. */
  <T> Retry.AsyncContext<T> begin() {
    return retry.asyncContext();
  }

  private static boolean mayPass(Throwable failure) {
    return failure instanceof PortException port && port.retryable();
  }

  private long interval(int attempt, Either<Throwable, Object> outcome) {
    PortException failure = (PortException) outcome.getLeft();
    boolean throttled = failure.kind() == PortException.Kind.THROTTLED;
    long jittered = random.nextLong(1 + backoffMillis(attempt, throttled));
    return failure
        .retryAfter()
        .map(Duration::toMillis)
        .map(asked -> asked + jittered)
        .orElse(jittered);
  }

  /** The most that is waited after so many failures. */
  static long backoffMillis(int attempt, boolean throttled) {
    long base = throttled ? THROTTLED_BASE_MILLIS : BASE_MILLIS;
    return Math.min(CAP_MILLIS, base << Math.min(attempt - 1, 16));
  }
}

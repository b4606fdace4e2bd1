package dev.dialtone.testkit;

import java.time.Duration;
import java.time.Instant;

/**
 * So many requests a second, and a burst after idleness.
 *
 * <p>Kept as the instant at which the bucket will be full again: whole nanoseconds, no rounding
 * that adds up, no refill to run. Not thread-safe; {@link Throttle} guards it.
 */
final class TokenBucket {
  private final Duration perRequest;
  private final Duration whenEmpty;
  private Instant fullAt = Instant.MIN;

  TokenBucket(double requestsPerSecond, int burst) {
    this.perRequest = Duration.ofNanos(Math.round(1e9 / requestsPerSecond));
    this.whenEmpty = perRequest.multipliedBy(burst);
  }

  /** How long until there is a permit; zero if there is one. */
  Duration untilPermit(Instant now) {
    Duration missing =
        Duration.between(
            now.plus(whenEmpty), (fullAt.isAfter(now) ? fullAt : now).plus(perRequest));
    return missing.isNegative() ? Duration.ZERO : missing;
  }

  boolean tryTake(Instant now) {
    Instant start = fullAt.isAfter(now) ? fullAt : now;
    Instant fullAgain = start.plus(perRequest);
    if (fullAgain.isAfter(now.plus(whenEmpty))) {
      return false;
    }
    fullAt = fullAgain;
    return true;
  }
}

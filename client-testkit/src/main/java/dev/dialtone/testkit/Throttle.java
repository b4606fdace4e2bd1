package dev.dialtone.testkit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One token bucket per API operation, or no limit at all. This class is thread-safe. */
final class Throttle {
  private final Optional<Supplier<TokenBucket>> fullBucket;
  private final Map<String, TokenBucket> buckets = new HashMap<>();

  private Throttle(Optional<Supplier<TokenBucket>> fullBucket) {
    this.fullBucket = fullBucket;
  }

  static Throttle none() {
    return new Throttle(Optional.empty());
  }

  static Throttle perOperation(double requestsPerSecond, int burst) {
    return new Throttle(Optional.of(() -> new TokenBucket(requestsPerSecond, burst)));
  }

  synchronized boolean admits(String operation, Instant now) {
    return fullBucket
        .map(full -> buckets.computeIfAbsent(operation, name -> full.get()).tryTake(now))
        .orElse(true);
  }

  synchronized void reset() {
    buckets.clear();
  }
}

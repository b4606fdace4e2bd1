package dev.dialtone.testkit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A token bucket per API operation or per service, or no limit at all. This class is thread-safe.
 */
final class Throttle {
  private final Optional<Supplier<TokenBucket>> fullBucket;
  private final Map<String, TokenBucket> buckets = new HashMap<>();
  private final boolean isPerOperation;
  private Instant latest = Instant.MIN;

  private Throttle(Optional<Supplier<TokenBucket>> fullBucket, boolean isPerOperation) {
    this.fullBucket = fullBucket;
    this.isPerOperation = isPerOperation;
  }

  static Throttle none() {
    return new Throttle(Optional.empty(), true);
  }

  static Throttle perOperation(double requestsPerSecond, int burst) {
    return new Throttle(Optional.of(() -> new TokenBucket(requestsPerSecond, burst)), true);
  }

  /** The same limit for all operations of a service together. */
  Throttle shared() {
    return new Throttle(fullBucket, false);
  }

  /** Of requests that came at once, the later one may be asked about first: time stands still. */
  synchronized boolean admits(String operation, Instant at) {
    latest = at.isAfter(latest) ? at : latest;
    return fullBucket
        .map(full -> buckets.computeIfAbsent(bucketOf(operation), name -> full.get()))
        .map(bucket -> bucket.tryTake(latest))
        .orElse(true);
  }

  synchronized void reset() {
    latest = Instant.MIN;
    buckets.clear();
  }

  /** Operations of Amazon Chime have the service before their name. */
  private String bucketOf(String operation) {
    if (isPerOperation) {
      return operation;
    }
    int colon = operation.indexOf(':');
    return colon < 0 ? "connect" : operation.substring(0, colon);
  }
}

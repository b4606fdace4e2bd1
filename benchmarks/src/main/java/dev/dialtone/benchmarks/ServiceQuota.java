package dev.dialtone.benchmarks;

import dev.dialtone.Quota;

/** The service's own bucket for one API operation: what finds it empty is answered 429. */
final class ServiceQuota {
  private final Quota quota;
  private double saved;
  private double at;
  private int asked;
  private int refused;

  ServiceQuota(Quota quota) {
    this.quota = quota;
    this.saved = quota.burst();
  }

  /** Whether one more is allowed at this second. */
  boolean takes(double now) {
    saved = Math.min(quota.burst(), saved + (now - at) * quota.permitsPerSecond());
    at = now;
    asked++;
    // A billionth is what sums of fractions lose.
    if (saved < 1 - 1e-9) {
      refused++;
      return false;
    }
    saved--;
    return true;
  }

  int asked() {
    return asked;
  }

  int refused() {
    return refused;
  }
}

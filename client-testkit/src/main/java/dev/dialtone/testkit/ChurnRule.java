package dev.dialtone.testkit;

import java.time.Duration;

/**
 * How many claims, imports and releases an account may make within a time.
 *
 * @param percent of the quotas of all instances together
 */
record ChurnRule(int percent, Duration window) {
  static final ChurnRule OF_AWS = new ChurnRule(200, Duration.ofDays(180));

  int limit(int quota) {
    return (int) Math.min(Integer.MAX_VALUE, (long) quota * percent / 100);
  }
}

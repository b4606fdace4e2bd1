package dev.dialtone.testkit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The claims, imports and releases that count against the churn rule. Not thread-safe; the world
 * guards it.
 */
final class Churn {
  private final Optional<ChurnRule> rule;
  private final Guesses guesses;
  private final Deque<Instant> changes = new ArrayDeque<>();

  Churn(Optional<ChurnRule> rule, Guesses guesses) {
    this.rule = rule;
    this.guesses = guesses;
  }

  /** Refuses one more claim or import if that would be too much. */
  void check(int quota, Instant now) {
    rule.ifPresent(
        limited -> {
          forget(limited, now);
          if (changes.size() >= limited.limit(quota)) {
            throw refusal(limited);
          }
        });
  }

  void count(Instant now) {
    if (rule.isPresent()) {
      changes.add(now);
    }
  }

  void reset() {
    changes.clear();
  }

  private void forget(ChurnRule limited, Instant now) {
    while (!changes.isEmpty() && !changes.peek().plus(limited.window()).isAfter(now)) {
      changes.remove();
    }
  }

  private AwsError refusal(ChurnRule limited) {
    String message =
        "Claims and releases of the last "
            + limited.window().toDays()
            + " days exceed "
            + limited.percent()
            + " % of the quota for phone numbers; claiming is blocked";
    return guesses.hold(Guess.CHURN_IS_LIMIT_EXCEEDED)
        ? AwsError.limitExceeded(message)
        : AwsError.invalidParameter(message);
  }
}

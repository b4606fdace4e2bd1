package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Budget;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How many numbers wait to be looked at, and what follows from that for the pace of their looks.
 * Confined to the engine.
 */
final class Crowd {
  /** What is left of a crowd: so many-th part of the most that waited. */
  private static final int REMNANT = 20;

  /** Together they take this part of the budget at most, */
  private static final double REMNANT_SHARE = 0.1;

  /** and none is looked at again before this part of its age. */
  private static final int REMNANT_PART = 50;

  static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Supplier<Optional<Budget>> budget;
  private int waiting;
  private int most;

  Crowd(Supplier<Optional<Budget>> budget) {
    this.budget = budget;
  }

  void joins() {
    most = Math.max(most, ++waiting);
  }

  void leaves() {
    if (--waiting == 0) {
      most = 0;
    }
  }

  /**
   * Whether more wait than a second's budget has looks for. Then what an early look would find out
   * is worth less than the look.
   */
  boolean isDense() {
    return budget.get().filter(its -> waiting > its.permitsPerSecond()).isPresent();
  }

  /** Whether it was dense, and is still a quarter of that. */
  boolean wasDense() {
    return budget
        .get()
        .filter(its -> most > its.permitsPerSecond() && 4 * waiting > its.permitsPerSecond())
        .isPresent();
  }

  /** How long it takes to look at each once, in seconds; 0 if that is not known. */
  double roundSeconds() {
    return budget.get().map(its -> waiting / its.permitsPerSecond()).orElse(0.0);
  }

  /**
   * How long at most one of that age, in nanoseconds, need wait from look to look. The few that are
   * left of many decide when all is done, and to look at them more often costs little.
   */
  Duration longestPause(long age) {
    if (waiting * REMNANT > most) {
      return FOREVER;
    }
    return budget
        .get()
        .map(its -> waiting / (REMNANT_SHARE * its.permitsPerSecond()))
        .map(seconds -> Duration.ofNanos(Math.max(age / REMNANT_PART, (long) (seconds * 1e9))))
        .orElse(FOREVER);
  }
}

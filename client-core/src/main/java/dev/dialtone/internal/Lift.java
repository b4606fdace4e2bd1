package dev.dialtone.internal;

/**
 * Whether those that a list hints at have changed more often than those that are looked at blindly.
 * When looks are scarce, nearly everybody has changed by the time it is looked at, and a hint that
 * means nothing is usually right as well: so only the comparison counts. What was seen long ago
 * counts ever less.
 */
final class Lift {
  /** How many looks are remembered, about. */
  private static final double MEMORY = 50;

  private static final double ENOUGH = 10;

  private final Rate hinted = new Rate();
  private final Rate blind = new Rate();

  /** A look at one that was hinted at, or was not, has found it changed, or has not. */
  void note(boolean wasHinted, boolean changed) {
    (wasHinted ? hinted : blind).note(changed);
  }

  /** Whether there were looks enough of both kinds to tell. */
  boolean isKnown() {
    return hinted.looks >= ENOUGH && blind.looks >= ENOUGH;
  }

  /** So many times as often. */
  double factor() {
    return hinted.share() / blind.share();
  }

  /** Nothing is known of hints any more. */
  void forgetHints() {
    hinted.looks = 0;
    hinted.changed = 0;
  }

  private static final class Rate {
    private double looks;
    private double changed;

    void note(boolean wasChanged) {
      looks += 1 - looks / MEMORY;
      changed += (wasChanged ? 1 : 0) - changed / MEMORY;
    }

    /** Between none and all, so that few looks prove little. */
    double share() {
      return (changed + 0.5) / (looks + 1);
    }
  }
}

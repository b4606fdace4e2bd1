package dev.dialtone.internal;

/**
 * Whether those that a list hints at have changed more often than those whom a look finds blindly.
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

  /** A look at one that was hinted at or not, and was chosen for that or not, found that. */
  void note(boolean wasHinted, boolean byHint, boolean changed) {
    if (wasHinted) {
      hinted.note(changed);
    }
    if (!byHint) {
      blind.note(changed);
    }
  }

  /** Whether there were looks enough of both kinds to tell. */
  boolean isKnown() {
    return hinted.looks >= ENOUGH && blind.looks >= ENOUGH;
  }

  /** So many times as often; few looks prove little. */
  double factor() {
    return hinted.changed / (hinted.looks + 1) * (blind.looks + 1) / (blind.changed + 0.5);
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
  }
}

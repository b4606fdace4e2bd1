package dev.dialtone.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * One process after the other, each killed at a random moment, the last one not: while it starts,
 * goes on with what the journal has, or begins its share of this line's wishes, or when that is
 * done.
 */
final class Lives {
  private static final Duration JITTER = Duration.ofMillis(500);

  private final KillRun run;
  private final List<Wish> wishes;
  private final int kills;
  private final Random random;
  private int begun;

  Lives(KillRun run, List<Wish> wishes, int kills, long seed) {
    this.run = run;
    this.wishes = wishes;
    this.kills = kills;
    this.random = new Random(seed);
  }

  void live() throws InterruptedException {
    int share = (wishes.size() + kills) / (kills + 1);
    for (int killed = 0; killed < kills; killed++) {
      begun = Math.min(wishes.size(), begun + share);
      try (Child child = run.child()) {
        List<Wish> handed = notEnded();
        child.hand(handed);
        // A moment by its own progress, so that a slow machine kills no earlier than a fast one.
        child.killAfter(
            random.nextInt(2 * handed.size() + 2),
            Duration.ofMillis(random.nextLong(JITTER.toMillis())));
      }
      run.killed();
    }
    finish();
  }

  /** The last one, which does what is left. */
  void finish() throws InterruptedException {
    begun = wishes.size();
    try (Child child = run.child()) {
      child.hand(notEnded());
      child.letFinish();
    }
  }

  private List<Wish> notEnded() {
    return wishes.subList(0, begun).stream()
        .filter(wish -> run.told().outcome(wish).isEmpty())
        .toList();
  }
}

package dev.dialtone.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * One process after the other, each killed at a random moment, the last one not. Each goes on with
 * what the journal has, and begins its share of this line's wishes besides.
 */
final class Lives {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

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
        child.hand(notEnded());
        child.killAfter(Duration.ofMillis(random.nextLong(run.plan().longestLife().toMillis())));
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
      child.letFinish(PATIENCE);
    }
  }

  private List<Wish> notEnded() {
    return wishes.subList(0, begun).stream()
        .filter(wish -> run.told().outcome(wish).isEmpty())
        .toList();
  }
}

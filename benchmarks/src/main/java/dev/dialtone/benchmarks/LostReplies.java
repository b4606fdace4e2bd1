package dev.dialtone.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Claims many numbers while replies are lost after the effect, with Dialtone and beside it in the
 * way that is usual: Resilience4j's retry round the SDK's client. Counts what was claimed twice,
 * and what was claimed but reported as failed. The exit code is 0 if Dialtone has nothing of the
 * kind.
 *
 * <p>Options: {@code --claims 10000}, {@code --lost 5} percent, {@code --seed 1}.
 */
public final class LostReplies {
  private LostReplies() {}

  /** Runs both. */
  public static void main(String[] arguments) throws InterruptedException {
    var from = new Arguments(arguments);
    var plan =
        new ClaimPlan(
            from.number("--claims", 10_000),
            from.number("--lost", 5) / 100.0,
            from.number("--seed", 1));
    from.checkKnown();
    PrintStream out = System.out;
    out.println("LostReplies: " + plan);
    ClaimFigures ours = run(plan, new DialtoneClaims());
    ClaimFigures naive = run(plan, new NaiveClaims());
    Tables.print(out, List.of(ours.table(), naive.table()));
    System.exit(ours.isRight() ? 0 : 1);
  }

  static ClaimFigures run(ClaimPlan plan, Claims way) throws InterruptedException {
    try (var world = new ClaimWorld(plan)) {
      long start = System.nanoTime();
      Map<String, Boolean> told = way.claim(world, plan.numbers());
      return world.figures(way.name(), told, (System.nanoTime() - start) / 1e9);
    }
  }
}

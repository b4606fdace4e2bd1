package dev.dialtone.benchmarks;

import dev.dialtone.benchmarks.KillPlan.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Kills processes at random moments while they change phone numbers, starts them again, and counts
 * what was done twice, what was not done, and what nobody knows. The exit code is 0 if there is
 * nothing of the kind.
 *
 * <p>Options: {@code --journal h2|postgresql}, {@code --operations 500}, {@code --processes 1},
 * {@code --kills 24}, {@code --longest-life 5000} in milliseconds, 12000 with three processes, {@code
 * --seed 1}.
 */
public final class Kills {
  private Kills() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    KillPlan plan = plan(new Arguments(arguments));
    Path folder = Files.createTempDirectory("dialtone-kills");
    System.out.println("Kills: " + plan + ", in " + folder);
    KillFigures figures = KillRun.run(plan, folder, System.out);
    Tables.print(System.out, List.of(figures.table()));
    figures.wrongs().forEach(wrong -> System.out.println("WRONG: " + wrong));
    System.exit(figures.wrongs().isEmpty() ? 0 : 1);
  }

  private static KillPlan plan(Arguments from) {
    int processes = from.number("--processes", 1);
    var plan =
        new KillPlan(
            Journal.valueOf(from.text("--journal", "h2").toUpperCase(Locale.ROOT)),
            from.number("--operations", 500),
            processes,
            from.number("--kills", 24),
            Duration.ofMillis(from.number("--longest-life", longestLife(processes))),
            from.number("--seed", 1));
    from.checkKnown();
    return plan;
  }

  /** The more there are, the longer each takes to come up. */
  private static int longestLife(int processes) {
    return 1_500 + 3_500 * processes;
  }
}

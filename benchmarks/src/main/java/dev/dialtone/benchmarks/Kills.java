package dev.dialtone.benchmarks;

import static java.util.stream.Collectors.toSet;

import dev.dialtone.benchmarks.KillPlan.Doubts;
import dev.dialtone.benchmarks.KillPlan.Journal;
import dev.dialtone.testkit.Guess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Kills processes at random moments while they change phone numbers, starts them again, and counts
 * what was done twice, what was not done, and what nobody knows. The exit code is 0 if there is
 * nothing of the kind.
 *
 * <p>Options: {@code --journal h2|postgresql}, {@code --operations 500}, {@code --processes 1},
 * {@code --kills 24}, {@code --seed 1}; {@code --flip} with guesses of the stand-in that shall not
 * hold, joined by commas, and {@code --stale-reads 0} in milliseconds.
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
    var plan =
        new KillPlan(
            Journal.valueOf(from.text("--journal", "h2").toUpperCase(Locale.ROOT)),
            from.number("--operations", 500),
            from.number("--processes", 1),
            from.number("--kills", 24),
            new Doubts(
                guesses(from.text("--flip", "")),
                Duration.ofMillis(from.number("--stale-reads", 0))),
            from.number("--seed", 1));
    from.checkKnown();
    return plan;
  }

  private static Set<Guess> guesses(String names) {
    return Arrays.stream(names.split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(name -> Guess.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
        .collect(toSet());
  }
}

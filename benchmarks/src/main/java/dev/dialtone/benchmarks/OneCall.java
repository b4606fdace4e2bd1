package dev.dialtone.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What one call costs, beside the bare call of the SDK: time and allocation. {@code ONE_CALL.md}
 * tells how to run and read it.
 */
public final class OneCall {
  private OneCall() {}

  /** Prints the table. */
  public static void main(String... arguments) throws IOException, RunnerException {
    var options = new Arguments(arguments);
    int rounds = options.number("--rounds", 5);
    options.checkKnown();
    System.out.println(Machine.describe() + load());
    var figures = new OneCallFigures();
    try (var service = new CannedProcess()) {
      for (int round = 1; round <= rounds; round++) {
        for (Contestant contestant : inTurn(round)) {
          measured(contestant, service.endpoint())
              .forEach(result -> figures.add(contestant, result));
        }
        System.out.println("round " + round + " of " + rounds + " is over" + load());
      }
    }
    Tables.print(System.out, figures.columns());
  }

  /** Whoever goes first in one round does not in the next. */
  private static List<Contestant> inTurn(int round) {
    List<Contestant> all = new ArrayList<>(List.of(Contestant.values()));
    Collections.rotate(all, round);
    return all;
  }

  /** In processes of their own, one with a call at a time and one with many. */
  private static Collection<RunResult> measured(Contestant contestant, URI endpoint)
      throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(OneCallBenchmark.class.getName())
                .param("contestant", contestant.name())
                .param("endpoint", endpoint.toString())
                .forks(1)
                .jvmArgs("-Xms512m", "-Xmx512m")
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(10)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build())
        .run();
  }

  private static String load() {
    return "; load average %.1f"
        .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}

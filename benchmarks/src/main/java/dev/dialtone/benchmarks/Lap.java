package dev.dialtone.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How one entrant did with the settle times of one seed.
 *
 * @param seconds until the last number was confirmed
 * @param unconfirmed numbers that the entrant has given up
 */
record Lap(Entrant entrant, double seconds, Outcome outcome, int unconfirmed, Report report) {
  /** Median, least and most of what one entrant did with all seeds. */
  static Map<String, String> table(List<Lap> laps) {
    Map<String, String> table = new LinkedHashMap<>();
    table.put("", laps.get(0).entrant().title());
    table.put("seconds until the last was confirmed", spread(laps, 1, Lap::seconds));
    table.put("over the bound", spread(laps, 3, lap -> lap.outcome().ratio()));
    table.put("answered 429, %", spread(laps, 2, lap -> lap.outcome().refusedPercent()));
    table.put("looks a number", spread(laps, 2, lap -> lap.outcome().looks()));
    table.put("settled to reported, mean s", spread(laps, 2, lap -> lap.outcome().meanDelay()));
    table.put("settled to reported, p99 s", spread(laps, 2, lap -> lap.outcome().p99Delay()));
    table.put("numbers given up", spread(laps, 0, Lap::unconfirmed));
    table.put("threads of its own", spread(laps, 0, lap -> lap.report().ownThreads()));
    table.put("threads of its JVM", spread(laps, 0, lap -> lap.report().allThreads()));
    table.put("CPU seconds of its JVM", spread(laps, 1, lap -> lap.report().cpuSeconds()));
    return table;
  }

  private static String spread(List<Lap> laps, int digits, ToDoubleFunction<Lap> figure) {
    double[] sorted = laps.stream().mapToDouble(figure).sorted().toArray();
    String median = number(sorted[sorted.length / 2], digits);
    String least = number(sorted[0], digits);
    String most = number(sorted[sorted.length - 1], digits);
    return least.equals(most) ? median : median + " [" + least + ", " + most + "]";
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}

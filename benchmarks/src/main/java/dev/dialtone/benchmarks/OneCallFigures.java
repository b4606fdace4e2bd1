package dev.dialtone.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;

/** What came of all rounds. */
final class OneCallFigures {
  private static final double CONFIDENCE = 0.999;

  private final List<Fork> forks = new ArrayList<>();

  /** One process: the microseconds a call of each of its iterations, and the bytes a call. */
  private record Fork(Contestant contestant, int inFlight, List<Double> micros, double bytes) {
    /** What else runs on the machine does not reach it, unless it runs most of the time. */
    double median() {
      return micros.stream().sorted().toList().get(micros.size() / 2);
    }
  }

  /** What one process has measured of a contestant. */
  void add(Contestant contestant, RunResult result) {
    boolean isOne = result.getParams().getBenchmark().endsWith(".one");
    List<Double> micros =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(iteration -> iteration.getPrimaryResult().getScore())
            .toList();
    var bytes = requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"));
    forks.add(new Fork(contestant, isOne ? 1 : OneCallBenchmark.MANY, micros, bytes.getScore()));
  }

  /** For {@link Tables}: a column for each contestant. */
  List<Map<String, String>> columns() {
    return Stream.of(Contestant.values()).map(this::column).toList();
  }

  private Map<String, String> column(Contestant contestant) {
    Map<String, String> column = new LinkedHashMap<>();
    column.put("", contestant.toString());
    for (int inFlight : List.of(1, OneCallBenchmark.MANY)) {
      List<Fork> own = forks(contestant, inFlight);
      List<Fork> bare = forks(Contestant.BARE_SDK, inFlight);
      String with = inFlight + " in flight: ";
      column.put(with + "µs a call", micros(own));
      column.put(
          with + "multiple of the bare SDK's",
          spread("%.3f", own, bare, (one, other) -> one.median() / other.median()));
      column.put(
          with + "bytes allocated a call", spread("%.0f", own, own, (one, same) -> one.bytes()));
      column.put(
          with + "more than the bare SDK",
          spread("%.0f", own, bare, (one, other) -> one.bytes() - other.bytes()));
    }
    return column;
  }

  private List<Fork> forks(Contestant contestant, int inFlight) {
    return forks.stream()
        .filter(fork -> fork.contestant() == contestant && fork.inFlight() == inFlight)
        .toList();
  }

  /** The mean of all iterations of all processes. */
  private static String micros(List<Fork> forks) {
    var all =
        new ListStatistics(
            forks.stream()
                .flatMap(fork -> fork.micros().stream())
                .mapToDouble(each -> each)
                .toArray());
    return "%.1f ± %.1f".formatted(all.getMean(), all.getMeanErrorAt(CONFIDENCE));
  }

  /** The median of what comes of the two of each round, with the least and the most. */
  private static String spread(
      String format, List<Fork> own, List<Fork> bare, ToDoubleBiFunction<Fork, Fork> figure) {
    double[] rounds =
        IntStream.range(0, own.size())
            .mapToDouble(round -> figure.applyAsDouble(own.get(round), bare.get(round)))
            .sorted()
            .toArray();
    return "%s [%s, %s]"
        .formatted(
            format.formatted(rounds[rounds.length / 2]),
            format.formatted(rounds[0]),
            format.formatted(rounds[rounds.length - 1]));
  }
}

package dev.dialtone.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/**
 * What operations in flight cost: bytes on the heap, threads, and work per look and per operation,
 * as more of them wait. {@code IN_FLIGHT.md} tells how to run and read it.
 *
 * <p>Options: {@code --runs 5}; {@code --classes 20} shows the bytes of so many classes as well.
 */
public final class InFlight {
  private static final List<Integer> COUNTS = List.of(100, 1_000, 10_000, 100_000);
  private static final int MANY = 10_000;

  private final int runs;
  private final int classes;

  private InFlight(Arguments from) {
    runs = from.number("--runs", 5);
    classes = from.number("--classes", 0);
    from.checkKnown();
  }

  /** Prints the tables. */
  public static void main(String[] arguments) throws InterruptedException {
    var program = new InFlight(new Arguments(arguments));
    System.out.printf("%s; %d runs, median [least, most]%n%n", Machine.describe(), program.runs);
    program.bytes();
    program.costs();
    System.out.printf(
        "%nlibrary threads at %,d in flight: %d over an asynchronous client, %d over a synchronous%n",
        MANY, InFlightThreads.overAsyncClient(MANY), InFlightThreads.overSyncClient(MANY));
  }

  private void bytes() throws InterruptedException {
    List<Map<String, String>> columns = new ArrayList<>();
    for (int count : COUNTS.subList(2, COUNTS.size())) {
      Map<String, String> column = column(count);
      for (InFlightBytes.State state : InFlightBytes.State.values()) {
        InFlightBytes.of(state, MANY); // Loads classes; not shown.
        double[] each = new double[runs];
        for (int run = 0; run < runs; run++) {
          InFlightBytes bytes = InFlightBytes.of(state, count);
          each[run] = bytes.each();
          if (run == 0) {
            bytes.most(classes).forEach(System.out::println);
          }
        }
        column.put(state.words(), spread(each, 0));
      }
      columns.add(column);
    }
    Tables.print(System.out, columns);
  }

  private void costs() {
    InFlightCost.microsAnOperation(MANY); // Until the compiler is done; not shown.
    List<Map<String, String>> columns = new ArrayList<>();
    for (int count : COUNTS) {
      Map<String, String> column = column(count);
      column.put("microseconds a look", spread(() -> InFlightCost.microsALook(count)));
      column.put(
          "the same, each waiting its turn", spread(() -> InFlightCost.microsAStarvedLook(count)));
      column.put("a claim from start to end", spread(() -> InFlightCost.microsAnOperation(count)));
      columns.add(column);
    }
    System.out.println();
    Tables.print(System.out, columns);
  }

  private static Map<String, String> column(int count) {
    Map<String, String> column = new LinkedHashMap<>();
    column.put("in flight", String.format(Locale.ROOT, "%,d", count));
    return column;
  }

  private String spread(DoubleSupplier figure) {
    return spread(DoubleStream.generate(figure).limit(runs).toArray(), 1);
  }

  private static String spread(double[] figures, int digits) {
    double[] sorted = DoubleStream.of(figures).sorted().toArray();
    String form = "%,." + digits + "f";
    return String.format(
        Locale.ROOT,
        form + " [" + form + ", " + form + "]",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }
}

package dev.dialtone.benchmarks;

import dev.dialtone.Quota;
import dev.dialtone.spi.QuotaGate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Many claims at once in virtual time, as multiples of what no client can beat, beside plain "least
 * recently looked at" on the same settle times. {@code BULK.md} tells how to run and read it.
 */
public final class Bulk {
  private static final List<Integer> COUNTS = List.of(2_000, 10_000);
  private static final List<Long> SEEDS = LongStream.rangeClosed(1, 5).boxed().toList();

  private Bulk() {}

  /** Prints the tables. */
  public static void main(String[] arguments) {
    System.out.printf(
        "Virtual time, seeds 1 to %d, one run each (all runs of a seed are the same), median [least,"
            + " most]; %s%n%n",
        SEEDS.size(), Machine.describe());
    header("quotas known");
    shapes().forEach(shape -> row(shape, time -> known(shape, time)));
    header("quotas learned");
    for (int count : COUNTS) {
      for (int latency : List.of(20, 50, 100)) {
        String name = String.format("%,d, %d ms each way", count, latency);
        row(Shape.usual(name, count).at(latency), time -> Quota.learned().newGate(time));
      }
    }
    header("with a list (quotas known)");
    for (int count : COUNTS) {
      for (ListBehaviour lists : ListBehaviour.values()) {
        Shape shape = Shape.usual(String.format("%,d, %s", count, lists.inWords()), count);
        row(shape.with(lists), time -> known(shape, time));
      }
    }
  }

  private static void header(String what) {
    System.out.printf(
        "%n| %s | makespan / bound | 429 %% | looks a number | mean delay, s | p99 delay, s | plain:"
            + " makespan | looks | mean | p99 |%n|---%s|%n",
        what, "|---:".repeat(9));
  }

  private static List<Shape> shapes() {
    Quota slow = Quota.of(2, 5);
    return List.of(
        Shape.usual("2,000", 2_000),
        Shape.usual("10,000", 10_000),
        Shape.usual("2,000, all settle in 1 s", 2_000).settling(1, 0, 1),
        Shape.usual("2,000, all at 2/s burst 5", 2_000).under(slow, slow),
        Shape.usual("2,000, median 20 s, cap 600 s", 2_000).settling(20, 1, 600),
        Shape.usual("2,000, Describe at 50/s burst 125", 2_000)
            .under(Quota.of(100, 250), Quota.of(50, 125)));
  }

  /** Each operation's budget is told. */
  private static QuotaGate known(Shape shape, VirtualTime time) {
    QuotaGate submits = shape.submit().newGate(time);
    QuotaGate describes = shape.describe().newGate(time);
    return new GatePerOperation(
        key -> key.operation().name().equals("ClaimPhoneNumber") ? submits : describes);
  }

  private static void row(Shape shape, Function<VirtualTime, QuotaGate> gate) {
    List<Outcome> ours = SEEDS.stream().map(seed -> BulkRun.of(shape, seed, gate)).toList();
    List<Outcome> plain = SEEDS.stream().map(seed -> PlainLeastRecent.of(shape, seed)).toList();
    System.out.printf(
        "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n",
        shape.name(),
        spread(ours, Outcome::ratio, 3),
        number(median(ours, Outcome::refusedPercent), 2),
        spread(ours, Outcome::looks, 2),
        spread(ours, Outcome::meanDelay, 2),
        spread(ours, Outcome::p99Delay, 2),
        number(median(plain, Outcome::ratio), 3),
        number(median(plain, Outcome::looks), 2),
        number(median(plain, Outcome::meanDelay), 2),
        number(median(plain, Outcome::p99Delay), 2));
  }

  private static String spread(List<Outcome> runs, ToDoubleFunction<Outcome> figure, int digits) {
    var all = runs.stream().mapToDouble(figure).summaryStatistics();
    return number(median(runs, figure), digits)
        + " ["
        + number(all.getMin(), digits)
        + ", "
        + number(all.getMax(), digits)
        + "]";
  }

  private static double median(List<Outcome> runs, ToDoubleFunction<Outcome> figure) {
    return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}

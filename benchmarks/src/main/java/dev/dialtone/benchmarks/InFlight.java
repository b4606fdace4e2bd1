package dev.dialtone.benchmarks;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an operation that waits for its number to settle costs: bytes on the heap, threads, and time
 * per look as more of them wait. {@code IN_FLIGHT.md} tells how to run and read it.
 */
public final class InFlight {
  private static final Target INSTANCE = Target.instance("bulk");

  private static final Duration FAR_OFF = Duration.ofDays(10_000);

  private InFlight() {}

  /** Prints the table. */
  public static void main(String[] arguments) {
    System.out.println("Java " + System.getProperty("java.version"));
    measure(1_000); // Loads classes; not shown.
    System.out.printf(
        "%-10s %-22s %-22s %-10s %-22s%n",
        "in flight", "bytes each, ours", "the caller's own", "threads", "microseconds a look");
    for (int count : List.of(100, 1_000, 10_000, 100_000)) {
      System.out.println(measure(count));
    }
  }

  private static String measure(int count) {
    long empty = usedBytes();
    List<E164> wanted = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      wanted.add(E164.of("+1800" + (1_000_000 + i)));
    }
    long own = usedBytes();
    var time = new VirtualTime();

    var service = new ForgetfulService(time);
    PhoneNumbers numbers =
        PhoneNumbers.builder()
            .connect(service)
            .timer(time)
            .quota(Quota.of(1_000_000, 1_000_000))
            .executor(Runnable::run)
            .build();
    List<Operation<ConnectNumber>> claims = new ArrayList<>(count);
    for (E164 number : wanted) {
      claims.add(numbers.claim(number).to(INSTANCE).deadline(FAR_OFF).start());
    }
    service.awaitLooks(3L * count);
    long all = usedBytes();
    double micros = microsALook(service, count);
    String row =
        String.format(
            "%-10d %-22d %-22d %-10d %-22.2f",
            count, (all - own) / count, (own - empty) / count, threads(), micros);
    if (claims.stream().anyMatch(claim -> claim.progress().stage().isEnd())) {
      throw new IllegalStateException("one has ended: nothing was measured");
    }
    numbers.close();
    return row;
  }

  private static double microsALook(ForgetfulService service, int count) {
    long looks = Math.max(200_000, count);
    service.awaitLooks(looks);
    long started = System.nanoTime();
    service.awaitLooks(looks);
    return (System.nanoTime() - started) / 1e3 / looks;
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("dialtone-"))
        .count();
  }

  private static long usedBytes() {
    long[] seen = new long[5];
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < seen.length; i++) {
      System.gc();
      seen[i] = runtime.totalMemory() - runtime.freeMemory();
    }
    return Arrays.stream(seen).min().orElseThrow();
  }
}

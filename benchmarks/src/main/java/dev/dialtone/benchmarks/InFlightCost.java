package dev.dialtone.benchmarks;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.model.E164;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long the one thread works on which everything happens, as time is virtual and the service
 * answers at once: its own processor time, which neighbours on the machine do not disturb.
 */
final class InFlightCost {
  /** So that what is measured takes long enough to be measured. */
  private static final int LEAST = 100_000;

  /** Beyond all that passes here in virtual time. */
  private static final Duration FAR_OFF = Duration.ofDays(10_000);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Quota PLENTY = Quota.of(1_000_000, 1_000_000);

  /** A look, with all that follows from it, while so many wait for theirs. */
  static double microsALook(int inFlight) {
    return microsALook(inFlight, PLENTY);
  }

  /** The same where a budget of 100 a second keeps all of them waiting for their turn. */
  static double microsAStarvedLook(int inFlight) {
    return microsALook(inFlight, Quota.of(100, 1));
  }

  private static double microsALook(int inFlight, Quota looks) {
    var time = new VirtualTime();
    var service = new ForgetfulService(inFlight);
    var plenty = PLENTY.newGate(time);
    var gate = looks.newGate(time);
    PhoneNumbers numbers =
        PhoneNumbers.builder()
            .connect(service)
            .timer(time)
            .quotaGate(
                new GatePerOperation(
                    key -> key.operation().name().equals("DescribePhoneNumber") ? gate : plenty))
            .executor(Runnable::run)
            .build();
    for (E164 number : service.numbers()) {
      numbers.claim(number).to(ForgetfulService.INSTANCE).deadline(FAR_OFF).start();
    }
    pass(time, service, Math.max(LEAST, 2 * inFlight));
    int measured = Math.max(LEAST, inFlight);
    long started = now();
    pass(time, service, measured);
    return micros(started, measured);
  }

  private static void pass(VirtualTime time, ForgetfulService service, int looks) {
    long until = service.looks() + looks;
    while (service.looks() < until && time.step()) {}
  }

  /** A whole claim with three looks, from its start to its end, as one of so many at once. */
  static double microsAnOperation(int inFlight) {
    int rounds = Math.max(1, LEAST / inFlight);
    long started = now();
    for (int round = 0; round < rounds; round++) {
      runAll(inFlight);
    }
    return micros(started, rounds * inFlight);
  }

  private static void runAll(int inFlight) {
    var time = new VirtualTime();
    var service = new ForgetfulService(inFlight, 3);
    PhoneNumbers numbers =
        PhoneNumbers.builder()
            .connect(service)
            .timer(time)
            .quota(PLENTY)
            .executor(Runnable::run)
            .build();
    var left = new AtomicInteger(inFlight);
    for (E164 number : service.numbers()) {
      CompletionStage<?> end =
          numbers.claim(number).to(ForgetfulService.INSTANCE).start().toFuture();
      end.thenRun(left::decrementAndGet);
    }
    while (left.get() > 0 && time.step()) {}
    if (left.get() > 0) {
      throw new IllegalStateException(left + " have not settled");
    }
  }

  private static double micros(long started, int count) {
    return (now() - started) / 1e3 / count;
  }

  private static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private InFlightCost() {}
}

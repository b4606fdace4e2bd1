package dev.dialtone.benchmarks;

import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort.Claim;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The reference: spends the whole Describe budget, and each look goes to the number that was looked
 * at least recently, which is at the head of a queue. Nothing else is thought about.
 */
final class PlainLeastRecent {
  private final Shape shape;
  private final double[] settleTimes;
  private final double[] delays;
  private final VirtualTime time = new VirtualTime();
  private final ScaledService service;
  private final Queue<PhoneNumberId> waiting = new ArrayDeque<>();
  private int submitted;
  private int confirmed;

  private PlainLeastRecent(Shape shape, long seed) {
    this.shape = shape;
    this.settleTimes = shape.settleTimes(seed);
    this.delays = new double[shape.numbers()];
    this.service = new ScaledService(time, shape, settleTimes);
    Arrays.fill(delays, Double.NaN);
  }

  static Outcome of(Shape shape, long seed) {
    return new PlainLeastRecent(shape, seed).run();
  }

  private Outcome run() {
    new Pump(shape.submit().permitsPerSecond(), shape.submit().burst(), this::submit).run();
    new Pump(shape.describe().permitsPerSecond(), shape.describe().burst(), this::look).run();
    while (confirmed < shape.numbers() && time.step()) {}
    return Outcome.of(shape, settleTimes, time.seconds(), delays, service);
  }

  private boolean submit() {
    if (submitted == shape.numbers()) {
      return false;
    }
    int index = submitted++;
    var claim =
        new Claim(
            E164.of("+1800" + (1_000_000 + index)),
            Target.instance("bulk"),
            Optional.empty(),
            new TreeMap<>(),
            Optional.empty());
    var call = new Call("token-" + index, Duration.ofSeconds(15));
    service.claim(claim, call).thenAccept(taken -> waiting.add(taken.id().orElseThrow()));
    return true;
  }

  private boolean look() {
    PhoneNumberId id = waiting.poll();
    if (id == null) {
      return false;
    }
    service
        .describe(id, new Call("", Duration.ofSeconds(15)))
        .thenAccept(
            shown -> {
              if (shown.status().equals(NumberStatus.CLAIMED)) {
                delays[confirmed++] = time.seconds() - service.held(id).settledAt();
              } else {
                waiting.add(id);
              }
            });
    return true;
  }

  /** Tries whatever it may as often as the quota allows; what is not used is saved up. */
  private final class Pump implements Runnable {
    private final Duration interval;
    private final int burst;
    private final BooleanSupplier use;
    private int saved;

    Pump(double rate, int burst, BooleanSupplier use) {
      this.interval = Duration.ofNanos((long) Math.ceil(1e9 / rate));
      this.burst = burst;
      this.use = use;
      this.saved = burst;
    }

    @Override
    public void run() {
      while (saved > 0 && use.getAsBoolean()) {
        saved--;
      }
      saved = Math.min(burst, saved + 1);
      if (confirmed < shape.numbers()) {
        time.after(interval, this);
      }
    }
  }
}

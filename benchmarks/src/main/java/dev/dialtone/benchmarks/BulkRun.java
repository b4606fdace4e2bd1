package dev.dialtone.benchmarks;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.Target;
import dev.dialtone.spi.QuotaGate;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** All claims of a shape through the library, started at once, until the last is confirmed. */
final class BulkRun {
  private static final Target INSTANCE = Target.instance("bulk");

  private final Shape shape;
  private final double[] settleTimes;
  private final double[] delays;
  private int left;
  private double makespan;

  private BulkRun(Shape shape, long seed) {
    this.shape = shape;
    this.settleTimes = shape.settleTimes(seed);
    this.delays = new double[shape.numbers()];
    this.left = shape.numbers();
    Arrays.fill(delays, Double.NaN);
  }

  static Outcome of(Shape shape, long seed, Function<VirtualTime, QuotaGate> gate) {
    return new BulkRun(shape, seed).run(gate);
  }

  private Outcome run(Function<VirtualTime, QuotaGate> gate) {
    var time = new VirtualTime();
    var service = new ScaledService(time, shape, settleTimes);
    PhoneNumbers numbers =
        PhoneNumbers.builder()
            .connect(service)
            .timer(time)
            .quotaGate(gate.apply(time))
            .executor(Runnable::run)
            .build();
    for (int i = 0; i < shape.numbers(); i++) {
      start(numbers, i, time, service);
    }
    while (left > 0 && time.step()) {}
    return Outcome.of(shape, settleTimes, makespan, delays, service);
  }

  private void start(PhoneNumbers numbers, int index, VirtualTime time, ScaledService service) {
    E164 number = E164.of("+1800" + (1_000_000 + index));
    CompletionStage<ConnectNumber> end = numbers.claim(number).to(INSTANCE).start().toFuture();
    end.whenComplete(
        (settled, failure) -> {
          left--;
          if (failure == null) {
            makespan = time.seconds();
            delays[index] = makespan - service.held(settled.id()).settledAt();
          }
        });
  }
}

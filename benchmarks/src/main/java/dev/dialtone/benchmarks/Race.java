package dev.dialtone.benchmarks;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import dev.dialtone.testkit.Disposition;
import dev.dialtone.testkit.Effect;
import dev.dialtone.testkit.PhoneNumberSimulator;
import dev.dialtone.testkit.RecordedRequest;
import dev.dialtone.testkit.SettleTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One entrant claims the numbers of a shape against a stand-in that is made for it. The entrant has
 * a process of its own; the stand-in has this one, which does nothing else meanwhile.
 */
final class Race {
  private static final String CLAIM = "ClaimPhoneNumber";
  private static final String DESCRIBE = "DescribePhoneNumber";
  private static final int TO_LOAD_CLASSES = 100;

  private final Shape shape;
  private final double[] settleTimes;

  private Race(Shape shape, long seed) {
    this.shape = shape;
    this.settleTimes = shape.settleTimes(seed);
  }

  static Lap of(Shape shape, long seed, Entrant entrant) {
    return new Race(shape, seed).run(entrant);
  }

  private Lap run(Entrant entrant) {
    try (PhoneNumberSimulator first = PhoneNumberSimulator.builder().start();
        PhoneNumberSimulator measured = measured()) {
      Report report =
          RaceProcess.report(
              entrant,
              track(first, Math.min(TO_LOAD_CLASSES, shape.numbers())),
              track(measured, shape.numbers()));
      return lap(entrant, report, measured);
    }
  }

  private PhoneNumberSimulator measured() {
    return PhoneNumberSimulator.builder()
        .settlesAfter(
            SettleTime.inTurn(IntStream.range(0, shape.numbers()).mapToObj(this::dealt).toList()))
        .throttle(shape.submit().permitsPerSecond(), shape.submit().burst())
        .latency(Duration.ofMillis(2L * shape.latencyMillis()))
        .start();
  }

  private Track track(PhoneNumberSimulator simulator, int claims) {
    String instance = simulator.addInstance(claims);
    simulator.offer("US", "TOLL_FREE", Track.numbers(claims));
    return new Track(simulator.endpoint(), simulator.region(), instance, claims, shape.submit());
  }

  private Lap lap(Entrant entrant, Report report, PhoneNumberSimulator simulator) {
    Map<String, Instant> settled = settled(simulator.ledger().effects(CLAIM));
    double[] delays =
        report.confirmed().entrySet().stream()
            .mapToDouble(end -> seconds(requireNonNull(settled.get(end.getKey())), end.getValue()))
            .toArray();
    Instant last = report.confirmed().values().stream().max(naturalOrder()).orElseThrow();
    double makespan = seconds(report.started(), last);
    Outcome outcome = Outcome.of(shape, settleTimes, makespan, delays, asked(simulator));
    var lap = new Lap(entrant, makespan, outcome, shape.numbers() - delays.length, report);
    if (entrant == Entrant.DIALTONE && lap.unconfirmed() > 0) {
      throw new IllegalStateException("not every number was confirmed: " + report.givenUp());
    }
    return lap;
  }

  private Map<String, Instant> settled(List<Effect> claims) {
    Map<String, Instant> settled = new HashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      Effect claim = claims.get(i);
      if (settled.put(claim.phoneNumber(), claim.at().plus(dealt(i))) != null) {
        throw new IllegalStateException(claim.phoneNumber() + " was claimed twice");
      }
    }
    return settled;
  }

  private Duration dealt(int place) {
    return Duration.ofNanos((long) (settleTimes[place] * 1e9));
  }

  private static Outcome.Asked asked(PhoneNumberSimulator simulator) {
    List<RecordedRequest> requests = simulator.ledger().requests();
    return new Outcome.Asked(
        requests.size(),
        count(requests, request -> request.operation().equals(DESCRIBE)),
        count(requests, request -> request.disposition() == Disposition.THROTTLED));
  }

  private static int count(List<RecordedRequest> requests, Predicate<RecordedRequest> which) {
    return (int) requests.stream().filter(which).count();
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}

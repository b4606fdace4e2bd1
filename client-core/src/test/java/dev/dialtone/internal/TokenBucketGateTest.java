package dev.dialtone.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.QuotaGate.Priority;
import dev.dialtone.spi.QuotaGate.Reservation;
import dev.dialtone.spi.Timer;
import dev.dialtone.testing.QuotaGateContract;
import dev.dialtone.testing.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TokenBucketGateTest extends QuotaGateContract {
  @Override
  protected QuotaGate newGate(Timer time) {
    return LimitedGate.tokenBuckets(time, 2, burst());
  }

  @Override
  protected int burst() {
    return 5;
  }

  @Test
  void giveBack_longAfterTimeHasRefilledTheBucket_addsNothing() {
    Reservation old = keep("old");
    timer.advance(Duration.ofHours(1));
    exhaustAfter(old);
    assertThat(granted).hasSize(burst());
  }

  @Test
  void ended_longAfterTheyLeft_mayHaveArrivedOnlyNow() {
    List<Reservation> burst = new ArrayList<>();
    for (int i = 0; i < burst(); i++) {
      burst.add(ask(Priority.CALL, "burst"));
    }
    ask(Priority.CALL, "next");
    timer.advance(Duration.ofMillis(300));
    burst.forEach(Reservation::ended);
    timer.advance(INTERVAL.minusNanos(1));
    assertThat(granted).doesNotContain("next");
    timer.advance(Duration.ofNanos(1));
    assertThat(granted).contains("next");
  }

  @Test
  void ended_never_stopsNobody() {
    askFor(burst() + 20);
    timer.advance(INTERVAL.multipliedBy(20));
    assertThat(granted).hasSize(burst() + 20);
  }

  private void exhaustAfter(Reservation old) {
    granted.clear();
    ask(Priority.CALL, "first of the burst");
    old.giveBack();
    askFor(burst() + 3);
  }

  /** One who asks, after a pause, and perhaps gives back what is granted, after another. */
  record Arrival(long pauseMillis, Priority priority, boolean givesBack, long keptMillis) {}

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    Arbitrary<Long> pauses =
        Arbitraries.oneOf(
            Arbitraries.just(0L),
            Arbitraries.longs().between(0, 700),
            Arbitraries.longs().between(0, 10_000));
    return Combinators.combine(
            pauses, Arbitraries.of(Priority.class), Arbitraries.of(true, false), pauses)
        .as(Arrival::new)
        .list()
        .ofMaxSize(60);
  }

  /** Grants in use, by their times. */
  private static final class Use {
    private final List<Long> at = new ArrayList<>();

    void add(long nanos) {
      at.add(nanos);
    }

    void remove(long nanos) {
      at.remove(nanos);
    }
  }

  @Property(tries = 3_000)
  void reserve_anyArrivalsAndGivings_neverExceedsRateAndBurstInAnyWindow(
      @ForAll("arrivals") List<Arrival> arrivals,
      @ForAll @IntRange(min = 1, max = 7) int burst,
      @ForAll @IntRange(min = 1, max = 40) int perSecond) {
    var time = new VirtualTimer();
    QuotaGate gate = LimitedGate.tokenBuckets(time, perSecond, burst);
    var use = new Use();
    for (Arrival arrival : arrivals) {
      time.advance(Duration.ofMillis(arrival.pauseMillis()));
      arrive(arrival, gate, time, use);
    }
    time.advance(Duration.ofHours(1));
    long kept = arrivals.stream().filter(arrival -> !arrival.givesBack()).count();
    assertThat(use.at).hasSize((int) kept);
    assertUnder(use.at, perSecond, burst);
  }

  private static void arrive(Arrival arrival, QuotaGate gate, VirtualTimer time, Use use) {
    Reservation[] mine = new Reservation[1];
    if (!arrival.givesBack()) {
      asked(gate, arrival.priority(), () -> use.add(time.nanoTime()));
      return;
    }
    mine[0] =
        gate.reserve(
            KEY,
            arrival.priority(),
            () -> {
              long now = time.nanoTime();
              use.add(now);
              time.after(
                  Duration.ofMillis(arrival.keptMillis()).plusNanos(1),
                  () -> {
                    use.remove(now);
                    mine[0].giveBack();
                  });
            });
  }

  private static void assertUnder(List<Long> at, double rate, int burst) {
    for (int from = 0; from < at.size(); from++) {
      for (int to = from; to < at.size(); to++) {
        double seconds = (at.get(to) - at.get(from)) / 1e9;
        assertThat(to - from + 1.0).isLessThanOrEqualTo(rate * seconds + burst + 1e-6);
      }
    }
  }

  /** One who sends, after a pause; how long until it arrives, and then until it is answered. */
  record Trip(long pauseMillis, long thereMillis, long backMillis) {}

  @Provide
  Arbitrary<List<Trip>> trips() {
    Arbitrary<Long> times =
        Arbitraries.oneOf(
            Arbitraries.just(0L),
            Arbitraries.longs().between(0, 300),
            Arbitraries.longs().between(0, 5_000));
    return Combinators.combine(times, times, times).as(Trip::new).list().ofMaxSize(80);
  }

  @Property(tries = 2_000)
  void left_arrivesAnyTimeBeforeItsAnswer_neverExceedsRateAndBurstAtTheService(
      @ForAll("trips") List<Trip> trips,
      @ForAll @IntRange(min = 2, max = 9) int burst,
      @ForAll @IntRange(min = 1, max = 40) int perSecond) {
    var time = new VirtualTimer();
    QuotaGate gate = LimitedGate.tokenBuckets(time, perSecond, burst);
    var arrived = new Use();
    var underway = new AtomicInteger();
    for (Trip trip : trips) {
      time.advance(Duration.ofMillis(trip.pauseMillis()));
      if (underway.get() < burst - 1) { // As with a pool of so many connections.
        underway.incrementAndGet();
        travel(trip, gate, time, arrived, underway);
      }
    }
    time.advance(Duration.ofHours(1));
    assertThat(underway).hasValue(0);
    assertUnder(arrived.at, perSecond, burst);
  }

  private static void travel(
      Trip trip, QuotaGate gate, VirtualTimer time, Use arrived, AtomicInteger underway) {
    Reservation[] mine = new Reservation[1];
    Runnable answered =
        () -> {
          mine[0].ended();
          underway.decrementAndGet();
        };
    Runnable arrives =
        () -> {
          arrived.add(time.nanoTime());
          time.after(Duration.ofMillis(trip.backMillis()), answered);
        };
    mine[0] =
        asked(
            gate,
            Priority.CALL,
            () -> time.after(Duration.ofMillis(trip.thereMillis()).plusNanos(1), arrives));
  }

  @Property(tries = 200)
  void reserve_manyAtOnce_takesExactlyAsLongAsItMust(
      @ForAll @IntRange(min = 1, max = 500) int count,
      @ForAll @IntRange(min = 1, max = 7) int burst) {
    var time = new VirtualTimer();
    QuotaGate gate = LimitedGate.tokenBuckets(time, 2, burst);
    List<Duration> at = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      asked(gate, Priority.CALL, () -> at.add(time.elapsed()));
    }
    time.advance(Duration.ofHours(1));
    assertThat(at).hasSize(count);
    assertThat(at.get(count - 1)).isEqualTo(INTERVAL.multipliedBy(Math.max(0, count - burst)));
  }
}

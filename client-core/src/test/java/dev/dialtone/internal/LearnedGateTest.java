package dev.dialtone.internal;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dialtone.Quota;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.QuotaGate.Budget;
import dev.dialtone.spi.QuotaGate.Priority;
import dev.dialtone.spi.QuotaGate.Reservation;
import dev.dialtone.testing.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gate that is told nothing, before a service that allows so many requests. */
class LearnedGateTest {
  private static final QuotaGate.Key KEY =
      new QuotaGate.Key("111122223333", "us-west-2", new ApiOperation("connect", "Describe"));
  private static final Duration LATENCY = ofMillis(40);

  private final VirtualTimer timer = new VirtualTimer();
  private final QuotaGate gate = Quota.learned().newGate(timer);
  private Duration latency = LATENCY;
  private Optional<Duration> retryAfter = Optional.empty();
  private double rate = 100;
  private double most = 250;
  private double saved = most;
  private Duration savedAt = Duration.ZERO;
  private int asked;
  private int refused;

  private void askFor(int requests) {
    for (int i = 0; i < requests; i++) {
      ask();
    }
  }

  private void ask() {
    var granted = new CompletableFuture<Void>();
    Reservation permit = gate.reserve(KEY, Priority.CALL, () -> granted.complete(null));
    CompletionStage<Void> turn = granted;
    turn.thenRun(() -> send(permit));
  }

  private void send(Reservation permit) {
    permit.left();
    boolean taken = serviceTakes();
    timer.after(
        latency,
        () -> {
          if (!taken) {
            gate.throttled(KEY, retryAfter);
          }
          permit.ended();
        });
  }

  private boolean serviceTakes() {
    Duration now = timer.elapsed();
    saved = Math.min(most, saved + now.minus(savedAt).toNanos() / 1e9 * rate);
    savedAt = now;
    asked++;
    if (saved < 1) {
      refused++;
      return false;
    }
    saved--;
    return true;
  }

  private Budget believed() {
    return gate.budget(KEY).orElseThrow();
  }

  @Test
  void reserve_nothingIsKnown_sendsTheDefaultBurst() {
    askFor(100);
    assertThat(asked).isEqualTo(5);
    assertThat(believed()).isEqualTo(new Budget(2, 5));
  }

  @ParameterizedTest
  @CsvSource({"100, 250", "2, 5", "40, 5", "500, 1000"})
  void reserve_forAWhile_findsOutAndIsHardlyEverRefused(double perSecond, int burst) {
    rate = perSecond;
    most = burst;
    saved = burst;
    int requests = (int) (burst + 60 * rate + 200);
    askFor(requests);
    timer.advance(ofSeconds((requests - burst) / (long) rate * 21 / 20 + 15));
    assertThat(asked).isEqualTo(requests);
    assertThat(believed().permitsPerSecond()).isCloseTo(rate, within(0.1 * rate));
    assertThat(refused).isLessThanOrEqualTo(10 + requests / 100);
  }

  @Test
  void reserve_quotaIsHalved_follows() {
    askFor(10_000);
    timer.advance(ofSeconds(30));
    rate = 50;
    timer.advance(ofSeconds(60));
    assertThat(believed().permitsPerSecond()).isCloseTo(50, within(5.0));
  }

  @Test
  void throttled_aWholeBurstOfRefusals_isBackedOffFromOnce() {
    askFor(4_000);
    timer.advance(ofSeconds(20));
    double before = believed().permitsPerSecond();
    for (int i = 0; i < 3; i++) {
      gate.throttled(KEY, Optional.empty());
    }
    assertThat(believed().permitsPerSecond()).isGreaterThan(before * 0.9);
  }

  @Test
  void throttled_withRetryAfter_sendsNothingBefore() {
    retryAfter = Optional.of(ofSeconds(7));
    saved = 0;
    rate = 1e-9;
    askFor(100);
    timer.advance(LATENCY);
    int first = asked;
    timer.advance(ofSeconds(7).minusNanos(1));
    assertThat(asked).isEqualTo(first);
    timer.advance(ofSeconds(2));
    assertThat(asked).isGreaterThan(first);
  }

  @Test
  void reserve_afterAnIdleHour_sendsTheBurstThatItSaw() {
    askFor(4_000);
    timer.advance(Duration.ofHours(1));
    int before = asked;
    askFor(1_000);
    assertThat(asked - before).isBetween(200, 270);
    assertThat(believed().burst()).isBetween(200, 270);
  }

  @Test
  void reserve_othersUsedItUpWhileWeIdled_isSoonAsFastAsBefore() {
    askFor(10_000);
    timer.advance(ofSeconds(150));
    assertThat(asked).isEqualTo(10_000);
    saved = -50;
    savedAt = timer.elapsed();
    askFor(3_000);
    timer.advance(ofSeconds(40));
    assertThat(asked).isEqualTo(13_000);
  }

  @Test
  void reserve_itSavesUpLessThanItDid_isRefusedLessEachTime() {
    askFor(10_000);
    timer.advance(ofSeconds(150));
    most = 50;
    int before = 0;
    for (int round = 0; round < 10; round++) {
      before = refused;
      askFor(1_000);
      timer.advance(ofSeconds(60));
    }
    assertThat(refused - before).isLessThan(5);
  }

  @ParameterizedTest
  @CsvSource({"20, 20, 1", "20, 50, 3", "20, 20, 2", "100, 250, 3", "2, 5, 1"})
  void throttled_eachTimeWithRetryAfter_isRefusedLittle(double perSecond, int burst, int seconds) {
    rate = perSecond;
    most = burst;
    saved = burst;
    retryAfter = Optional.of(ofSeconds(seconds));
    askFor((int) (600 * rate));
    timer.advance(Duration.ofMinutes(2));
    int before = refused;
    timer.advance(Duration.ofMinutes(3));
    assertThat(believed().permitsPerSecond()).isBetween(0.5 * rate, 1.1 * rate);
    assertThat(refused - before).isLessThan((int) (3 + 180 * 0.02 * rate));
  }

  @Test
  void reserve_disturbedTwice_isSoonAsFastAsBefore() {
    askFor(10_000);
    timer.advance(ofSeconds(150));
    for (int asks : List.of(100, 12, 60)) {
      saved = 3;
      savedAt = timer.elapsed();
      askFor(asks);
      timer.advance(ofSeconds(30));
    }
    int before = asked;
    askFor(10_000);
    timer.advance(ofSeconds(80));
    assertThat(asked - before).isGreaterThan(6_500);
  }

  @Test
  void reserve_batchesNowAndThen_keepTheirBurst() {
    for (int batch = 0; batch < 40; batch++) {
      askFor(2_000);
      timer.advance(ofSeconds(30));
    }
    int before = refused;
    for (int batch = 0; batch < 40; batch++) {
      askFor(2_000);
      timer.advance(ofSeconds(30));
    }
    assertThat(believed().burst()).isBetween(150, 300);
    assertThat(refused - before).isLessThan(800);
  }

  @Test
  void reserve_quotaIsRaisedTenfold_isFoundOutWithinMinutes() {
    rate = 10;
    most = 20;
    saved = 20;
    askFor(100_000);
    timer.advance(Duration.ofMinutes(2));
    rate = 100;
    most = 250;
    timer.advance(Duration.ofMinutes(10));
    assertThat(believed().permitsPerSecond()).isGreaterThan(80);
  }

  @Test
  void reserve_answersTakeNoTime_isNoRateWithoutEnd() {
    rate = 2;
    most = 5;
    saved = 5;
    latency = Duration.ZERO;
    askFor(400);
    timer.advance(Duration.ofMinutes(4));
    assertThat(asked).isEqualTo(400);
    assertThat(refused).isLessThan(30);
  }

  @Test
  void giveBack_lastOfThoseOutAtTheFirstRefusal_isNoRateWithoutEnd() {
    List<Reservation> permits = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      permits.add(gate.reserve(KEY, Priority.CALL, () -> {}));
    }
    permits.subList(0, 4).forEach(Reservation::left);
    timer.advance(LATENCY);
    gate.throttled(KEY, Optional.empty());
    permits.subList(0, 4).forEach(Reservation::ended);
    permits.get(4).giveBack();
    assertThat(believed().permitsPerSecond()).isLessThan(1_000);
    askFor(1_000);
    assertThat(asked).isLessThan(100);
  }

  @Test
  void reserve_nowAndThenWhileOthersUseUpTheQuota_isNotHeldForHoursAfterwards() {
    rate = 2;
    most = 5;
    saved = 5;
    for (int minute = 0; minute < 100; minute++) {
      saved = minute % 3 == 0 ? -10 : most;
      savedAt = timer.elapsed();
      askFor(3);
      timer.advance(Duration.ofMinutes(1));
    }
    int before = asked;
    askFor(1);
    timer.advance(ofSeconds(10));
    assertThat(asked).isEqualTo(before + 1);
    askFor(1_000);
    timer.advance(Duration.ofMinutes(16));
    assertThat(asked).isEqualTo(before + 1_001);
  }
}

package dev.dialtone.testing;

import static dev.dialtone.spi.QuotaGate.Priority.CALL;
import static dev.dialtone.spi.QuotaGate.Priority.LOOK;
import static dev.dialtone.spi.QuotaGate.Priority.REPEAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.QuotaGate.Priority;
import dev.dialtone.spi.QuotaGate.Reservation;
import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every gate must do, for gates of two permits a second. */
public abstract class QuotaGateContract {
  /** The time between two permits of the gate under test. */
  protected static final Duration INTERVAL = Duration.ofMillis(500);

  protected static final QuotaGate.Key KEY = key("ClaimPhoneNumber");

  protected final VirtualTimer timer = new VirtualTimer();
  protected final List<String> granted = new ArrayList<>();
  private QuotaGate made;

  /** A gate of two permits a second and {@link #burst()}. */
  protected abstract QuotaGate newGate(Timer timer);

  /** How many permits idle time saves up. */
  protected abstract int burst();

  protected final QuotaGate gate() {
    if (made == null) {
      made = newGate(timer);
    }
    return made;
  }

  protected static QuotaGate.Key key(String operation) {
    return new QuotaGate.Key("111122223333", "us-west-2", new ApiOperation("connect", operation));
  }

  /** One who sends as soon as he may. */
  protected final Reservation ask(Priority priority, String name) {
    return asked(gate(), priority, () -> granted.add(name));
  }

  /** One who sends as soon as he may, after this. */
  protected static Reservation asked(QuotaGate gate, Priority priority, Runnable then) {
    var sent = new CompletableFuture<Void>();
    Reservation place =
        gate.reserve(
            KEY,
            priority,
            () -> {
              then.run();
              sent.complete(null);
            });
    CompletionStage<Void> granted = sent;
    granted.thenRun(place::left);
    return place;
  }

  /** One who may send and does not yet. */
  protected final Reservation keep(String name) {
    return gate().reserve(KEY, CALL, () -> granted.add(name));
  }

  protected final void askFor(int calls) {
    for (int i = 0; i < calls; i++) {
      ask(CALL, "call " + i);
    }
  }

  /** Takes all that was saved up, so that the next permit comes after an interval. */
  protected final void exhaust() {
    askFor(burst());
    assertThat(granted).hasSize(burst());
    granted.clear();
  }

  @Test
  void reserve_fresh_grantsTheBurstAtOnceAndThenOneAnInterval() {
    askFor(burst() + 3);
    assertThat(granted).hasSize(burst());
    for (int more = 1; more <= 3; more++) {
      timer.advance(INTERVAL.minusNanos(1));
      assertThat(granted).hasSize(burst() + more - 1);
      timer.advance(Duration.ofNanos(1));
      assertThat(granted).hasSize(burst() + more);
    }
  }

  @Test
  void reserve_afterAnIdleDay_hasSavedUpTheBurstAndNoMore() {
    exhaust();
    timer.advance(Duration.ofDays(1));
    askFor(burst() + 5);
    assertThat(granted).hasSize(burst());
  }

  @Test
  void reserve_severalWait_servesRepeatsThenCallsThenLooksEachInTheOrderOfAsking() {
    exhaust();
    ask(LOOK, "look 1");
    ask(LOOK, "look 2");
    ask(CALL, "call 1");
    ask(CALL, "call 2");
    timer.advance(INTERVAL);
    ask(REPEAT, "repeat 1");
    ask(CALL, "call 3");
    timer.advance(INTERVAL.multipliedBy(5));
    assertThat(granted)
        .containsExactly("call 1", "repeat 1", "call 2", "call 3", "look 1", "look 2");
  }

  @Test
  void reserve_otherOperation_hasABudgetOfItsOwn() {
    exhaust();
    gate().reserve(key("DescribePhoneNumber"), CALL, () -> granted.add("other"));
    assertThat(granted).containsExactly("other");
  }

  @Test
  void giveBack_ofAPlace_isNeverGrantedAndCostsNobodyAnything() {
    exhaust();
    Reservation place = ask(CALL, "given back");
    ask(CALL, "behind");
    place.giveBack();
    timer.advance(INTERVAL);
    assertThat(granted).containsExactly("behind");
    timer.advance(INTERVAL.multipliedBy(10));
    assertThat(granted).containsExactly("behind");
  }

  @Test
  void giveBack_ofThePermit_goesToTheNextAtOnce() {
    exhaust();
    Reservation permit = keep("unused");
    timer.advance(INTERVAL);
    ask(CALL, "behind");
    assertThat(granted).containsExactly("unused");
    permit.giveBack();
    assertThat(granted).containsExactly("unused", "behind");
  }

  @Test
  void giveBack_twice_isOnce() {
    exhaust();
    Reservation permit = keep("unused");
    timer.advance(INTERVAL);
    permit.giveBack();
    permit.giveBack();
    askFor(3);
    assertThat(granted).containsExactly("unused", "call 0");
  }

  @Test
  void leastWait_moreAndMoreWait_isNeverMoreThanItTakesAndNotFarLess() {
    List<Duration> told = new ArrayList<>();
    List<Duration> took = new ArrayList<>();
    Duration start = timer.elapsed();
    for (int i = 0; i < burst() + 30; i++) {
      told.add(gate().leastWait(KEY, CALL).orElseThrow());
      asked(gate(), CALL, () -> took.add(timer.elapsed().minus(start)));
    }
    timer.advance(INTERVAL.multipliedBy(40));
    assertThat(took).hasSameSizeAs(told);
    for (int i = 0; i < told.size(); i++) {
      assertThat(told.get(i)).isBetween(took.get(i).minus(INTERVAL.multipliedBy(2)), took.get(i));
    }
  }

  @Test
  void leastWait_ofACall_doesNotCountThoseBehindIt() {
    exhaust();
    askFor(1);
    Duration before = gate().leastWait(KEY, CALL).orElseThrow();
    for (int i = 0; i < 20; i++) {
      ask(LOOK, "look");
    }
    assertThat(gate().leastWait(KEY, CALL)).contains(before);
    assertThat(gate().leastWait(KEY, LOOK).orElseThrow()).isGreaterThan(before);
  }

  @Test
  void left_allLongAfterTheirGrants_areTheBurstAndNoMore() {
    List<Reservation> stuck = new ArrayList<>();
    for (int i = 0; i < burst() + 20; i++) {
      stuck.add(keep("stuck"));
    }
    timer.advance(Duration.ofSeconds(8));
    assertThat(granted).hasSize(burst());
    stuck.forEach(Reservation::left);
    assertThat(granted).hasSize(burst());
    timer.advance(INTERVAL);
    assertThat(granted).hasSize(burst() + 1);
  }

  @Test
  void left_thenGivenBack_staysUsed() {
    exhaust();
    Reservation permit = keep("used");
    timer.advance(INTERVAL);
    permit.left();
    permit.giveBack();
    askFor(1);
    assertThat(granted).containsExactly("used");
  }

  @Test
  void throttled_withRetryAfter_holdsTheLineForThatLong() {
    timer.advance(Duration.ofHours(1));
    gate().throttled(KEY, Optional.of(Duration.ofSeconds(7)));
    askFor(3);
    timer.advance(Duration.ofSeconds(7).minusNanos(1));
    assertThat(granted).isEmpty();
    timer.advance(Duration.ofSeconds(2));
    assertThat(granted).hasSize(3);
  }

  @Test
  void throttled_againWithoutRetryAfter_holdsTheLineAsLong() {
    gate().throttled(KEY, Optional.of(Duration.ofSeconds(7)));
    gate().throttled(KEY, Optional.empty());
    askFor(1);
    timer.advance(Duration.ofSeconds(7).minusNanos(1));
    assertThat(granted).isEmpty();
    timer.advance(Duration.ofSeconds(2));
    assertThat(granted).hasSize(1);
  }

  @Test
  void throttled_beforeAnotherLeavesLate_holdsTheLineAsLong() {
    Reservation late = keep("late");
    timer.advance(INTERVAL.multipliedBy(3));
    gate().throttled(KEY, Optional.of(Duration.ofSeconds(7)));
    late.left();
    granted.clear();
    askFor(1);
    timer.advance(Duration.ofSeconds(7).minusNanos(1));
    assertThat(granted).isEmpty();
  }

  @Test
  void throttled_whileSomeWait_holdsThemToo() {
    exhaust();
    askFor(1);
    gate().throttled(KEY, Optional.of(Duration.ofSeconds(7)));
    timer.advance(Duration.ofSeconds(7).minusNanos(1));
    assertThat(granted).isEmpty();
    timer.advance(Duration.ofSeconds(1));
    assertThat(granted).hasSize(1);
  }

  @Test
  void throttled_permitsGivenBackMeanwhile_doNotShortenIt() {
    List<Reservation> permits = new ArrayList<>();
    for (int i = 0; i < burst(); i++) {
      permits.add(keep("unused"));
    }
    granted.clear();
    gate().throttled(KEY, Optional.of(Duration.ofSeconds(7)));
    permits.forEach(Reservation::giveBack);
    askFor(1);
    timer.advance(Duration.ofSeconds(7).minusNanos(1));
    assertThat(granted).isEmpty();
  }

  @Test
  void throttled_withoutRetryAfter_spendsWhatWasSavedUp() {
    gate().throttled(KEY, Optional.empty());
    askFor(burst() + 1);
    assertThat(granted).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void throttled_otherOperation_isNotHeld() {
    gate().throttled(KEY, Optional.of(Duration.ofSeconds(7)));
    gate().reserve(key("DescribePhoneNumber"), CALL, () -> granted.add("other"));
    assertThat(granted).containsExactly("other");
  }
}

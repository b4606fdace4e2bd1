package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.Hold;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CancelTest {
  private static final E164 NEXT = E164.of("+18005550101");

  private final World world = new World();

  @Test
  void cancel_whileWaitingForQuota_sendsNothingAndLetsTheNextGo() {
    World busy = new World(builder -> builder.quota(Quota.of(0.1, 1)));
    busy.connect.offer(NEXT);
    busy.claim().start();
    Operation<ConnectNumber> waiting = busy.claim().start();
    Operation<ConnectNumber> behind = busy.numbers.claim(NEXT).to(busy.instance).start();
    waiting.cancel();
    StillInProgressException cancelled = cancelled(waiting);
    assertThat(cancelled.attempts()).isZero();
    assertThat(waiting.progress().stage()).isEqualTo(Stage.STOPPED);
    busy.seconds(10);
    assertThat(behind.progress().attempts()).isEqualTo(1);
    busy.seconds(100);
    result(behind);
    assertThat(busy.connect.calls(CLAIM)).hasSize(2);
  }

  @Test
  void cancel_whileTheIntentIsWritten_sendsNothing() {
    var written = new CompletableFuture<Void>();
    world.journal.on(Step.INTENT, () -> written);
    Operation<ConnectNumber> claim = world.claim().start();
    claim.cancel();
    written.complete(null);
    world.seconds(60);
    cancelled(claim);
    assertThat(world.connect.calls()).isEmpty();
  }

  @Test
  void cancel_onTheWire_isNotAbortedAndItsAnswerIsRecorded() {
    var hold = new Hold();
    world.connect.next(CLAIM, hold);
    Operation<ConnectNumber> claim = world.claim().start();
    CompletableFuture<ConnectNumber> future = claim.toFuture();
    claim.cancel();
    assertThat(future).isCompletedExceptionally();
    cancelled(claim);
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ABANDONED);
    hold.release();
    world.seconds(60);
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ABANDONED, Step.ACCEPTED);
    assertThat(world.journal.entries().get(2).ticket().numberId()).isPresent();
    assertThat(claim.ticket().numberId()).isPresent();
    assertThat(world.connect.calls(DESCRIBE)).isEmpty();
    cancelled(claim);
  }

  @Test
  void cancel_onTheWireAndThenRefused_isRecordedAsWithoutEffect() {
    var hold = new Hold(Fault.failing(Failing.accessDenied()));
    world.connect.next(CLAIM, hold);
    Operation<ConnectNumber> claim = world.claim().start();
    claim.cancel();
    hold.release();
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ABANDONED, Step.FAILED);
  }

  @Test
  void cancel_onTheWireAndThenUnanswered_isNotRepeated() {
    world.connect.next(CLAIM, Fault.silent());
    Operation<ConnectNumber> claim = world.claim().start();
    claim.cancel();
    world.seconds(600);
    assertThat(world.connect.calls()).hasSize(1);
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ABANDONED, Step.ABANDONED);
  }

  @Test
  void cancel_beforeARepeat_sendsNothingMore() {
    world.fails(CLAIM, Failing.throttled(java.time.Duration.ofSeconds(5)));
    Operation<ConnectNumber> claim = world.claim().start();
    assertThat(claim.progress().stage()).isEqualTo(Stage.WAITING_TO_REPEAT);
    claim.cancel();
    world.seconds(600);
    cancelled(claim);
    assertThat(world.connect.calls()).hasSize(1);
    assertThat(world.timer.pending()).isZero();
  }

  @Test
  void cancel_whileSettling_makesNoMoreLooks() {
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(3);
    int looks = world.connect.calls(DESCRIBE).size();
    claim.cancel();
    world.seconds(600);
    StillInProgressException cancelled = cancelled(claim);
    assertThat(cancelled).hasMessageContaining("IN_PROGRESS (" + looks + " looks)");
    assertThat(world.connect.calls(DESCRIBE)).hasSize(looks);
  }

  @Test
  void cancel_whileALookIsOnTheWire_ignoresItsAnswer() {
    var hold = new Hold();
    world.connect.settlesAfter(java.time.Duration.ZERO);
    world.connect.next(DESCRIBE, hold);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(1);
    assertThat(world.connect.calls(DESCRIBE)).hasSize(1);
    claim.cancel();
    hold.release();
    world.seconds(600);
    cancelled(claim);
    assertThat(world.connect.calls(DESCRIBE)).hasSize(1);
  }

  @Test
  void cancel_ofTheFuture_cancelsTheOperation() {
    Operation<ConnectNumber> claim = world.claim().start();
    CompletableFuture<ConnectNumber> future = claim.toFuture();
    assertThat(future.cancel(true)).isTrue();
    cancelled(claim);
    assertThat(catchThrowable(future::join))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            StillInProgressException.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.CANCELLED));
    assertThat(future.cancel(true)).isFalse();
  }

  @Test
  void cancel_ofADependentStage_doesNothing() {
    Operation<ConnectNumber> claim = world.claim().start();
    CompletableFuture<String> dependent = claim.toFuture().thenApply(ConnectNumber::toString);
    assertThat(dependent.cancel(true)).isTrue();
    assertThat(hasEnded(claim)).isFalse();
    world.seconds(10);
    result(claim);
  }

  @Test
  void cancel_afterTheEnd_doesNothing() {
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(10);
    ConnectNumber number = result(claim);
    List<Step> steps = world.journal.steps();
    claim.cancel();
    assertThat(claim.toFuture().cancel(true)).isFalse();
    assertThat(result(claim)).isSameAs(number);
    assertThat(world.journal.steps()).isEqualTo(steps);
    assertThat(claim.progress().stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void cancel_twice_isOnce() {
    Operation<ConnectNumber> claim = world.claim().start();
    claim.cancel();
    claim.cancel();
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ACCEPTED, Step.ABANDONED);
  }

  @Test
  void cancel_ofAMoveThatReadsFirst_sendsNothing() {
    var id = world.claimed();
    var hold = new Hold();
    world.connect.next(DESCRIBE, hold);
    Operation<ConnectNumber> move = world.numbers.move(id).to(world.other).start();
    move.cancel();
    hold.release();
    world.seconds(60);
    cancelled(move);
    assertThat(world.connect.calls()).hasSize(1);
  }

  @Test
  void cancel_ofASearch_asksForNoMorePages() {
    var hold = new Hold();
    world.connect.next(SEARCH, hold);
    world.connect.emptyPages(5);
    Answer<List<AvailableNumber>> first =
        world
            .numbers
            .search(CountryCode.of("US"), NumberType.TOLL_FREE)
            .offeredTo(world.instance)
            .first(3);
    first.toFuture().cancel(true);
    hold.release();
    world.seconds(60);
    assertThat(failure(first, StillInProgressException.class).reason()).isEqualTo(Reason.CANCELLED);
    assertThat(world.connect.calls()).hasSize(1);
  }

  private static StillInProgressException cancelled(Operation<?> operation) {
    StillInProgressException failure = failure(operation, StillInProgressException.class);
    assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(failure.ticket())
        .hasValueSatisfying(ticket -> assertThat(ticket.id()).isEqualTo(operation.ticket().id()));
    return failure;
  }
}

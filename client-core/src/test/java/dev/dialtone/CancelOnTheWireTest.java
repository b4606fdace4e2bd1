package dev.dialtone;

import static dev.dialtone.CancelTest.cancelled;
import static dev.dialtone.World.failure;
import static dev.dialtone.testing.InMemoryConnect.ATTACH;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.Hold;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is on the wire is never aborted; what comes of it is recorded, and changes nothing. */
class CancelOnTheWireTest {
  private final World world = new World();

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
    assertThat(world.journal.steps())
        .containsExactly(Step.INTENT, Step.ABANDONED, Step.ACCEPTED, Step.ABANDONED);
    assertThat(world.journal.entries().get(3).ticket().numberId()).isPresent();
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
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ACCEPTED, Step.ABANDONED);
  }

  @Test
  void cancel_whileTheFlowIsAttached_ignoresItsAnswer() {
    var hold = new Hold();
    world.connect.next(ATTACH, hold);
    Operation<ConnectNumber> claim = world.claim().attachFlow(world.flow).start();
    world.seconds(10);
    claim.cancel();
    hold.release();
    cancelled(claim);
    assertThat(claim.progress().stage()).isEqualTo(Stage.STOPPED);
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
}

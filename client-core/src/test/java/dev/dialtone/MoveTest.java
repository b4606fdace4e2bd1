package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.ATTACH;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.MOVE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.ConflictException;
import dev.dialtone.error.FlowNotAttachedException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.ServiceFailureException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.PortCall;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoveTest {
  private final World world = new World();
  private final PhoneNumberId id = world.claimed();

  private MoveRequest move() {
    return world.numbers.move(id).to(world.other);
  }

  @Test
  void move_numberElsewhere_readsFirstAndThenSendsOnce() {
    Operation<ConnectNumber> move = move().start();
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .containsExactly(DESCRIBE, MOVE);
    world.seconds(7);
    ConnectNumber moved = result(move);
    assertThat(moved.isAt(world.other)).isTrue();
    assertThat(moved.status()).isEqualTo(NumberStatus.CLAIMED);
    assertThat(world.connect.calls(MOVE)).hasSize(1);
    assertThat(move.ticket().numberId()).contains(id);
  }

  @Test
  void move_alreadyThere_sendsNothing() {
    Operation<ConnectNumber> move = world.numbers.move(id).to(world.instance).start();
    assertThat(result(move).isAt(world.instance)).isTrue();
    assertThat(world.connect.calls()).extracting(PortCall::operation).containsExactly(DESCRIBE);
  }

  @Test
  void move_alreadyThereWithFlow_attachesItAllTheSame() {
    Operation<ConnectNumber> move =
        world.numbers.move(id).to(world.instance).attachFlow(world.flow).start();
    result(move);
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .containsExactly(DESCRIBE, ATTACH);
    assertThat(world.connect.flowOf(id)).contains(world.flow);
  }

  @Test
  void move_withFlow_attachesItOnceItIsThere() {
    Operation<ConnectNumber> move = move().attachFlow(world.otherFlow).start();
    world.seconds(4);
    assertThat(world.connect.calls(ATTACH)).isEmpty();
    world.seconds(3);
    result(move);
    assertThat(world.connect.flowOf(id)).contains(world.otherFlow);
  }

  @Test
  void move_flowFailsForGood_numberIsMovedAllTheSame() {
    world.connect.always(ATTACH, Fault.failing(Failing.invalid("no such flow")));
    Operation<ConnectNumber> move = move().attachFlow(world.otherFlow).start();
    world.seconds(60);
    assertThat(failure(move, FlowNotAttachedException.class).numberId()).isEqualTo(id);
    assertThat(world.connect.truth(id).orElseThrow().isAt(world.other)).isTrue();
  }

  @Test
  void move_staleClaimedAtTheOldTarget_isNoAnswer() {
    world.connect.readsLagBy(ofSeconds(60));
    Operation<ConnectNumber> move = move().start();
    world.seconds(55);
    assertThat(hasEnded(move)).isFalse();
    assertThat(move.progress().lastStatus()).contains("CLAIMED at the target from before");
    world.seconds(30);
    assertThat(result(move).isAt(world.other)).isTrue();
  }

  @Test
  void move_claimedAtTheOldTargetForEver_isNeverSuccess() {
    world.connect.readsLagBy(ofHours(100));
    world.connect.shows(number -> number);
    Operation<ConnectNumber> move = move().start();
    // Nothing is found so far back, so the read before the move says that there is no such number.
    failure(move, NotFoundException.class);
    assertThat(world.connect.calls(MOVE)).isEmpty();
  }

  @Test
  void move_sameFailureAsBefore_isNoAnswerUntilReadsCannotLagAnyMore() {
    failedMove("Over quota");
    world.connect.readsLagBy(ofSeconds(60));
    Operation<ConnectNumber> move = move().start();
    world.seconds(55);
    assertThat(hasEnded(move)).isFalse();
    assertThat(move.progress().lastStatus()).contains("FAILED from before");
    world.seconds(30);
    assertThat(result(move).isAt(world.other)).isTrue();
  }

  @Test
  void move_sameFailureForTwoMinutes_isTheAnswer() {
    failedMove("Over quota");
    world.connect.settleNextAsFailed("Over quota");
    world.connect.settlesAfter(ofSeconds(0));
    Operation<ConnectNumber> move = move().start();
    world.seconds(119);
    assertThat(hasEnded(move)).isFalse();
    world.seconds(16);
    assertThat(failure(move, OperationFailedException.class).statusMessage())
        .isEqualTo("Over quota");
  }

  @Test
  void move_sameFailureAfterItWasSeenInProgress_isTheAnswerAtOnce() {
    failedMove("Over quota");
    world.connect.settleNextAsFailed("Over quota");
    Operation<ConnectNumber> move = move().start();
    world.seconds(7);
    failure(move, OperationFailedException.class);
  }

  @Test
  void move_fails_saysWhyAndPromisesNothing() {
    world.connect.settleNextAsFailed("Over quota");
    Operation<ConnectNumber> move = move().start();
    world.seconds(7);
    OperationFailedException failed = failure(move, OperationFailedException.class);
    assertThat(failed.statusMessage()).isEqualTo("Over quota");
    assertThat(failed.retryableUntil()).isEmpty();
    assertThat(failed).hasMessageContaining("describe the number");
    assertThat(world.journal.steps()).endsWith(Step.INTENT, Step.ACCEPTED, Step.FAILED);
  }

  @Test
  void move_earlierOperationInProgress_isWaitedForAndThenSent() {
    world.connect.settlesAfter(ofSeconds(30));
    Operation<ConnectNumber> first = world.numbers.move(id).to(world.group).start();
    Operation<ConnectNumber> second = move().start();
    world.seconds(20);
    assertThat(second.progress().stage()).isEqualTo(Stage.WAITING_FOR_PREVIOUS);
    assertThat(world.connect.calls(MOVE)).hasSize(1);
    world.seconds(60);
    assertThat(result(first).isAt(world.group)).isTrue();
    assertThat(result(second).isAt(world.other)).isTrue();
    assertThat(world.connect.calls(MOVE)).hasSize(2);
  }

  @Test
  void move_earlierOperationBringsItThere_sendsNothing() {
    world.connect.settlesAfter(ofSeconds(30));
    Operation<ConnectNumber> first = move().start();
    Operation<ConnectNumber> second = move().start();
    world.seconds(60);
    result(first);
    assertThat(result(second).isAt(world.other)).isTrue();
    assertThat(world.connect.calls(MOVE)).hasSize(1);
  }

  @Test
  void move_idUnknown_sendsNothing() {
    Operation<ConnectNumber> move =
        world.numbers.move(PhoneNumberId.of("no-such-id")).to(world.other).start();
    NotFoundException missing = failure(move, NotFoundException.class);
    assertThat(missing.attempts()).isZero();
    assertThat(missing.requestId()).isPresent();
    assertThat(world.connect.calls()).extracting(PortCall::operation).containsExactly(DESCRIBE);
  }

  @Test
  void move_lasting503OnTheFirstRead_sendsNothing() {
    world.connect.always(DESCRIBE, Fault.failing(Failing.unavailable()));
    Operation<ConnectNumber> move = move().start();
    world.seconds(120);
    ServiceFailureException failed = failure(move, ServiceFailureException.class);
    assertThat(failed.operation()).isEqualTo(DESCRIBE);
    assertThat(world.connect.calls()).hasSize(4);
    assertThat(world.connect.calls(MOVE)).isEmpty();
  }

  @Test
  void move_busyInBetween_isAConflict() {
    world.connect.shows(
        number ->
            new ConnectNumber(
                number.id(),
                number.arn(),
                number.number(),
                number.country(),
                number.type(),
                NumberStatus.CLAIMED,
                Optional.empty(),
                number.target(),
                number.description(),
                number.tags(),
                number.sourceArn()));
    world.numbers.move(id).to(world.group).start();
    Operation<ConnectNumber> second = move().start();
    failure(second, ConflictException.class);
  }

  @Test
  void move_deadlineWhileAnEarlierOperationGoesOn_isStillInProgressWhateverFailedBefore() {
    world.connect.settlesAfter(ofHours(2));
    world.numbers.move(id).to(world.group).start();
    world.fails(DESCRIBE, Failing.unavailable());
    Operation<ConnectNumber> move = move().deadline(ofHours(1)).start();
    world.advance(ofHours(1));
    StillInProgressException still = failure(move, StillInProgressException.class);
    assertThat(still.reason()).isEqualTo(StillInProgressException.Reason.DEADLINE);
  }

  @Test
  void move_looksWhileWaitingAndAfter_areCountedTogether() {
    world.connect.settlesAfter(ofSeconds(60));
    world.numbers.move(id).to(world.group).start();
    Operation<ConnectNumber> move = move().start();
    world.seconds(70);
    assertThat(move.progress().stage()).isEqualTo(Stage.SETTLING);
    int whileWaiting = move.progress().looks();
    world.seconds(5);
    assertThat(move.progress().looks()).isGreaterThan(whileWaiting);
  }

  private void failedMove(String message) {
    world.connect.settleNextAsFailed(message);
    Operation<ConnectNumber> failed = move().start();
    world.advance(ofHours(1));
    failure(failed, OperationFailedException.class);
    world.connect.forgetCalls();
  }
}

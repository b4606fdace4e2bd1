package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.OperationFailedException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.OperationJournal.Step;
import org.junit.jupiter.api.Test;

/** After a move, what is seen may still be what was before. */
class MoveSettlingTest {
  private final World world = new World();
  private final PhoneNumberId id = world.claimed();

  private MoveRequest move() {
    return world.numbers.move(id).to(world.other);
  }

  @Test
  void move_staleClaimedAtTheOldTarget_isNoAnswer() {
    world.connect.readsLagBy(ofSeconds(60));
    Operation<ConnectNumber> move = move().start();
    world.seconds(55);
    assertThat(hasEnded(move)).isFalse();
    assertThat(move.progress().lastStatus()).contains("CLAIMED at another target");
    world.seconds(30);
    assertThat(result(move).isAt(world.other)).isTrue();
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

  private void failedMove(String message) {
    world.connect.settleNextAsFailed(message);
    Operation<ConnectNumber> failed = move().start();
    world.advance(ofHours(1));
    failure(failed, OperationFailedException.class);
    world.connect.forgetCalls();
  }
}

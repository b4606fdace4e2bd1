package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.MOVE;
import static dev.dialtone.testing.InMemoryConnect.RELEASE;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.ConflictException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.Numbers;
import dev.dialtone.testing.PortCall;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A conflict says that something is in progress, not what: a read tells. */
class ConflictTest {
  private final PortException busy =
      Failing.refusal(Kind.CONFLICT, 409, "ResourceInUseException", "in use");

  private final World world = new World();
  private final PhoneNumberId id = world.claimed();

  private Operation<ConnectNumber> move() {
    return world.numbers.move(id).to(world.other).start();
  }

  @Test
  void conflict_anotherOperationBeganMeanwhile_isWaitedForAndSentWithTheSameToken() {
    // The first read still shows the number before the other operation.
    var stale = new AtomicBoolean(true);
    world.connect.settlesAfter(ofSeconds(30));
    world.numbers.move(id).to(world.group).start();
    world.connect.shows(
        number ->
            stale.getAndSet(false)
                ? Numbers.with(number, NumberStatus.CLAIMED, Optional.empty())
                : number);
    Operation<ConnectNumber> move = move();
    world.advance(ofMinutes(3));
    assertThat(result(move).isAt(world.other)).isTrue();
    assertThat(world.connect.calls(MOVE))
        .filteredOn(call -> call.token().equals(move.ticket().id()))
        .hasSize(2);
    assertThat(world.connect.effects(MOVE)).hasSize(2);
  }

  @Test
  void conflict_withOurOwnUnansweredAttempt_isDoneOnceThatHasSettled() {
    world.connect.next(MOVE, Fault.replyLost(), Fault.failing(busy));
    Operation<ConnectNumber> move = move();
    world.seconds(30);
    assertThat(result(move).isAt(world.other)).isTrue();
    assertThat(world.connect.effects(MOVE)).hasSize(1);
    assertThat(world.connect.calls(MOVE)).hasSize(2);
  }

  @Test
  void conflict_lastingAfterAnUnansweredAttempt_isUnknown() {
    world.connect.next(MOVE, Fault.requestLost());
    world.connect.always(MOVE, Fault.failing(busy));
    Operation<ConnectNumber> move = move();
    world.advance(ofMinutes(5));
    failure(move, OutcomeUnknownException.class);
  }

  @Test
  void conflict_lasting_isAConflictAfterFourCallsAndAReadBeforeEach() {
    world.connect.always(MOVE, Fault.failing(busy));
    Operation<ConnectNumber> move = move();
    world.seconds(6);
    assertThat(World.hasEnded(move)).isFalse();
    world.seconds(2);
    ConflictException conflict = failure(move, ConflictException.class);
    assertThat(conflict.attempts()).isEqualTo(4);
    assertThat(conflict.elapsed()).isEqualTo(ofSeconds(1 + 2 + 4));
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .containsExactly(DESCRIBE, MOVE, DESCRIBE, MOVE, DESCRIBE, MOVE, DESCRIBE, MOVE);
  }

  @Test
  void conflict_afterAnUnansweredAttemptAndThenFailed_isUnknownAndNotRefused() {
    world.connect.next(RELEASE, Fault.requestLost(), Fault.failing(busy));
    Operation<?> release = world.numbers.release(id).confirm(World.NUMBER).start();
    world.connect.shows(number -> Numbers.with(number, NumberStatus.FAILED, Optional.of("why")));
    world.seconds(30);
    assertThat(failure(release, OutcomeUnknownException.class).attempts()).isEqualTo(2);
    assertThat(world.connect.calls(RELEASE)).hasSize(2);
  }

  @Test
  void conflict_afterAnUnansweredAttemptAndThenGone_isUnknownAndNotMissing() {
    world.connect.next(MOVE, Fault.requestLost(), Fault.failing(busy));
    Operation<ConnectNumber> move = move();
    world.connect.always(
        DESCRIBE,
        Fault.failing(
            Failing.refusal(Kind.NOT_FOUND, 404, "ResourceNotFoundException", "not found")));
    world.advance(ofMinutes(5));
    failure(move, OutcomeUnknownException.class);
  }

  @Test
  void conflict_deadlineInThePause_isTheConflict() {
    world.connect.always(MOVE, Fault.failing(busy));
    Operation<ConnectNumber> move =
        world.numbers.move(id).to(world.other).deadline(ofSeconds(2)).start();
    world.seconds(3);
    failure(move, ConflictException.class);
  }

  @Test
  void conflict_cancelledInThePause_sendsNothingMore() {
    world.connect.always(MOVE, Fault.failing(busy));
    Operation<ConnectNumber> move = move();
    move.cancel();
    world.advance(ofMinutes(5));
    failure(move, StillInProgressException.class);
    assertThat(world.connect.calls(MOVE)).hasSize(1);
  }

  @Test
  void conflict_withOneAttempt_isNotReadAbout() {
    World once = new World(numbers -> numbers.attempts(1));
    PhoneNumberId there = once.claimed();
    once.connect.always(MOVE, Fault.failing(busy));
    failure(once.numbers.move(there).to(once.other).start(), ConflictException.class);
    assertThat(once.connect.calls(MOVE)).hasSize(1);
  }

  @Test
  void conflict_andTheReadAfterItFails_isThatFailureAndNothingMoreIsSent() {
    world.connect.next(MOVE, Fault.failing(busy));
    world.connect.next(DESCRIBE, Fault.none(), Fault.failing(Failing.accessDenied()));
    Operation<ConnectNumber> move = move();
    world.seconds(5);
    failure(move, dev.dialtone.error.AccessDeniedException.class);
    assertThat(world.connect.calls(MOVE)).hasSize(1);
  }
}

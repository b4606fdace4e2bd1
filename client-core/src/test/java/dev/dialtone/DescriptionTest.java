package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.error.StillInProgressException.Reason.DEADLINE;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.DESCRIPTION;
import static dev.dialtone.testing.InMemoryConnect.MOVE;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.Numbers;
import dev.dialtone.testing.PortCall;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriptionTest {
  private final World world = new World();
  private final PhoneNumberId id = world.claimed();

  private ChangeRequest<ConnectNumber> update(String text) {
    return world.numbers.updateDescription(id, text);
  }

  @Test
  void update_otherText_isDoneOnceItReadsBack() {
    Operation<ConnectNumber> update = update("Night line").start();
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .containsExactly(DESCRIBE, DESCRIPTION);
    world.seconds(4);
    assertThat(hasEnded(update)).isFalse();
    world.seconds(6);
    assertThat(result(update).description()).contains("Night line");
    assertThat(update.ticket().parameters()).containsEntry("description", "Night line");
    assertThat(world.connect.calls(DESCRIPTION).get(0).token()).isEqualTo(update.ticket().id());
  }

  @Test
  void update_asItIsAlready_sendsNothing() {
    world.advance(ofMinutes(1));
    result(update("").start());
    assertThat(world.connect.calls()).extracting(PortCall::operation).containsExactly(DESCRIBE);
    assertThat(world.journal.entries())
        .filteredOn(
            e -> e.ticket().numberId().isPresent() && e.ticket().operation().equals(DESCRIPTION))
        .isEmpty();
  }

  @Test
  void update_toNothing_clearsIt() {
    Operation<ConnectNumber> first = update("Night line").start();
    world.seconds(10);
    result(first);
    Operation<ConnectNumber> second = update("").start();
    world.seconds(10);
    assertThat(result(second).description()).isEmpty();
    assertThat(world.connect.effects(DESCRIPTION)).hasSize(2);
  }

  @Test
  void update_whileAMoveIsInProgress_waitsForIt() {
    world.numbers.move(id).to(world.other).start();
    Operation<ConnectNumber> update = update("Night line").start();
    world.seconds(3);
    assertThat(world.connect.calls(DESCRIPTION)).isEmpty();
    world.seconds(20);
    assertThat(result(update).description()).contains("Night line");
    assertThat(result(update).isAt(world.other)).isTrue();
    assertThat(world.connect.calls(MOVE)).hasSize(1);
  }

  @Test
  void update_replyLost_isOneEffect() {
    world.connect.next(DESCRIPTION, Fault.replyLost(), Fault.requestLost());
    Operation<ConnectNumber> update = update("Night line").start();
    world.seconds(30);
    result(update);
    assertThat(world.connect.effects(DESCRIPTION)).hasSize(1);
  }

  @Test
  void update_settlingAsFailed_isAFailure() {
    world.connect.settleNextAsFailed("not now");
    Operation<ConnectNumber> update = update("Night line").start();
    world.seconds(20);
    assertThat(failure(update, OperationFailedException.class).statusMessage())
        .isEqualTo("not now");
  }

  @Test
  void update_ofANumberWhoseMoveFailed_isDoneOnceItReadsBack() {
    world.connect.settleNextAsFailed("no room there");
    Operation<ConnectNumber> move = world.numbers.move(id).to(world.other).start();
    world.seconds(20);
    failure(move, OperationFailedException.class);
    world.connect.shows(
        number ->
            number.status().equals(NumberStatus.CLAIMED)
                ? Numbers.with(number, NumberStatus.FAILED, Optional.of("no room there"))
                : number);
    Operation<ConnectNumber> update = update("Night line").start();
    world.seconds(20);
    assertThat(result(update).description()).contains("Night line");
  }

  @Test
  void update_thatNeverReadsBack_isUnexpectedAfterTenMinutes() {
    world.connect.shows(number -> Numbers.described(number, Optional.of("something else")));
    Operation<ConnectNumber> update = update("Night line").start();
    world.advance(ofMinutes(9));
    assertThat(hasEnded(update)).isFalse();
    world.advance(ofMinutes(4));
    assertThat(failure(update, UnexpectedException.class))
        .hasMessageContaining("another description");
    assertThat(world.connect.effects(DESCRIPTION)).hasSize(1);
  }

  @Test
  void update_readsLagging_waitsUntilTheyShowIt() {
    world.advance(ofMinutes(10));
    world.connect.readsLagBy(ofMinutes(1));
    Operation<ConnectNumber> update = update("Night line").start();
    world.seconds(50);
    assertThat(hasEnded(update)).isFalse();
    world.advance(ofMinutes(1));
    assertThat(result(update).description()).contains("Night line");
    assertThat(world.connect.effects(DESCRIPTION)).hasSize(1);
  }

  @Test
  void update_earlierOperationNeverEnding_saysThatNothingWasSent() {
    world.connect.settlesAfter(ofDays(30));
    world.numbers.move(id).to(world.other).start();
    Operation<ConnectNumber> update = update("Night line").deadline(ofMinutes(5)).start();
    world.advance(ofMinutes(6));
    StillInProgressException still = failure(update, StillInProgressException.class);
    assertThat(still.attempts()).isZero();
    assertThat(still.advice()).contains("nothing was changed");
    assertThat(still).hasMessageContaining("waiting for previous: IN_PROGRESS (");
  }

  @Test
  void update_statusUnknownBefore_isWaitedForTenMinutesAndThenRefused() {
    world.connect.shows(
        number -> Numbers.with(number, NumberStatus.of("PORTING_OUT"), Optional.empty()));
    Operation<ConnectNumber> update = update("Night line").start();
    world.advance(ofMinutes(9));
    assertThat(hasEnded(update)).isFalse();
    world.advance(ofMinutes(3));
    UnexpectedException unknown = failure(update, UnexpectedException.class);
    assertThat(unknown).hasMessageContaining("PORTING_OUT");
    assertThat(unknown.attempts()).isZero();
    assertThat(world.connect.calls(DESCRIPTION)).isEmpty();
  }

  @Test
  void update_busyAndThenNotFoundForAWhile_waits() {
    world.connect.settlesAfter(ofMinutes(1));
    world.numbers.move(id).to(world.other).start();
    world.connect.next(
        DESCRIBE,
        Fault.none(),
        Fault.failing(
            Failing.refusal(Kind.NOT_FOUND, 404, "ResourceNotFoundException", "not found")));
    Operation<ConnectNumber> update = update("Night line").start();
    world.advance(ofMinutes(5));
    assertThat(result(update).description()).contains("Night line");
  }

  @Test
  void update_idUnknown_isNotFound() {
    failure(
        world.numbers.updateDescription(PhoneNumberId.of("no-such-id"), "x").start(),
        NotFoundException.class);
    assertThat(world.connect.calls(DESCRIPTION)).isEmpty();
  }

  @Test
  void update_neverSettling_endsAtItsDeadline() {
    world.connect.settlesAfter(ofDays(30));
    Operation<ConnectNumber> update = update("Night line").deadline(ofMinutes(5)).start();
    world.advance(ofMinutes(6));
    assertThat(failure(update, StillInProgressException.class).reason()).isEqualTo(DEADLINE);
  }
}

package dev.dialtone;

import static dev.dialtone.World.NUMBER;
import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.RELEASE;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.AccessDeniedException;
import dev.dialtone.error.ConflictException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.ReleaseRefusedException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.ReleasedNumber;
import dev.dialtone.spi.OperationJournal.Entry;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.Numbers;
import dev.dialtone.testing.PortCall;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private final World world = new World();
  private final PhoneNumberId id = world.claimed();

  private ReleaseRequest release() {
    return world.numbers.release(id).confirm(NUMBER);
  }

  @Test
  void release_confirmed_isDoneOnceItIsGone() {
    Operation<ReleasedNumber> release = release().start();
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .containsExactly(DESCRIBE, RELEASE);
    world.seconds(4);
    assertThat(hasEnded(release)).isFalse();
    world.seconds(6);
    assertThat(result(release)).isEqualTo(new ReleasedNumber(id, NUMBER));
    assertThat(world.connect.truth(id)).isEmpty();
    assertThat(world.connect.calls(RELEASE).get(0).token()).isEqualTo(release.ticket().id());
    assertThat(release.ticket().parameters()).containsEntry("number", NUMBER.value());
    assertThat(release.ticket().toString()).doesNotContain("5550100");
  }

  @Test
  void release_confirmedForAnotherNumber_isRefusedAndSendsNothing() {
    ReleaseRefusedException refused =
        failure(
            world.numbers.release(id).confirm(E164.of("+18005550199")).start(),
            ReleaseRefusedException.class);
    assertThat(refused)
        .hasMessageContaining("*******0100")
        .hasMessageContaining("*******0199")
        .hasMessageContaining("180 days");
    assertThat(refused.advice()).contains("180 days").contains("cannot be undone");
    assertThat(refused.attempts()).isZero();
    assertThat(refused.actualNumber()).contains(NUMBER);
    assertThat(world.connect.calls(RELEASE)).isEmpty();
    assertThat(world.journal.entries()).extracting(Entry::step).doesNotContain(Step.FAILED);
  }

  @Test
  void release_ofAFailedClaim_isRefusedAndSendsNothing() {
    E164 another = E164.of("+18005550177");
    world.connect.offer(another);
    world.connect.settleNextAsFailed("The instance is full");
    Operation<ConnectNumber> claim = world.numbers.claim(another).to(world.instance).start();
    world.seconds(20);
    PhoneNumberId failed = claim.ticket().numberId().orElseThrow();
    failure(claim, OperationFailedException.class);
    assertThat(
            failure(
                world.numbers.release(failed).confirm(another).start(),
                ReleaseRefusedException.class))
        .hasMessageContaining("The instance is full")
        .hasMessageContaining("make it again");
    assertThat(world.connect.calls(RELEASE)).isEmpty();
  }

  @Test
  void release_ofANumberWhoseMoveFailed_needsToBeSaid() {
    world.connect.settleNextAsFailed("no room there");
    world.numbers.move(id).to(world.other).start();
    world.seconds(20);
    failure(release().start(), ReleaseRefusedException.class);
    Operation<ReleasedNumber> said = release().evenAfterFailure().start();
    world.seconds(20);
    assertThat(result(said).number()).isEqualTo(NUMBER);
    assertThat(world.connect.effects(RELEASE)).hasSize(1);
  }

  @Test
  void release_statusUnknown_isNotSent() {
    world.connect.shows(
        number -> Numbers.with(number, NumberStatus.of("PORTING_OUT"), Optional.empty()));
    Operation<ReleasedNumber> release = release().start();
    world.advance(ofMinutes(15));
    failure(release, UnexpectedException.class);
    assertThat(world.connect.calls(RELEASE)).isEmpty();
  }

  @Test
  void release_idUnknown_isNotFoundAndNotTakenForDone() {
    failure(
        world.numbers.release(PhoneNumberId.of("no-such-id")).confirm(NUMBER).start(),
        NotFoundException.class);
    assertThat(world.connect.calls(RELEASE)).isEmpty();
  }

  @Test
  void release_replyLost_isOneEffect() {
    world.connect.next(RELEASE, Fault.replyLost(), Fault.requestLost());
    Operation<ReleasedNumber> release = release().start();
    world.seconds(30);
    result(release);
    assertThat(world.connect.effects(RELEASE)).hasSize(1);
  }

  @Test
  void release_replyLostAndThenNotFound_isDoneOnceALookSaysGone() {
    world.connect.next(RELEASE, Fault.replyLost(), notFound());
    Operation<ReleasedNumber> release = release().start();
    world.seconds(30);
    assertThat(result(release).id()).isEqualTo(id);
    assertThat(world.connect.calls(RELEASE)).hasSize(2);
  }

  @Test
  void release_notFoundButStillThere_isNotTakenForDone() {
    world.connect.always(RELEASE, notFound());
    Operation<ReleasedNumber> release = release().deadline(ofMinutes(10)).start();
    world.advance(ofMinutes(11));
    failure(release, StillInProgressException.class);
    assertThat(world.connect.truth(id)).isPresent();
  }

  @Test
  void release_settlingAsFailedWithAReadThatLagsOnce_isNotTakenForDone() {
    world.connect.settleNextAsFailed("in use elsewhere");
    world.connect.next(DESCRIBE, Fault.none(), notFound());
    Operation<ReleasedNumber> release = release().start();
    world.seconds(30);
    failure(release, OperationFailedException.class);
  }

  @Test
  void release_refusedAsNotFoundAndAReadThatLagsOnce_isNotTakenForDone() {
    world.connect.always(RELEASE, notFound());
    world.connect.next(DESCRIBE, Fault.none(), notFound(), notFound(), notFound());
    Operation<ReleasedNumber> release = release().deadline(ofMinutes(10)).start();
    world.advance(ofMinutes(11));
    failure(release, StillInProgressException.class);
    assertThat(world.connect.effects(RELEASE)).isEmpty();
  }

  @Test
  void release_releasedBySomebodyElseMeanwhile_isDoneOnceItStaysGone() {
    world.connect.always(RELEASE, notFound());
    Operation<ReleasedNumber> release = release().start();
    world.connect.always(DESCRIBE, notFound());
    world.seconds(100);
    assertThat(hasEnded(release)).isFalse();
    world.seconds(60);
    assertThat(result(release).number()).isEqualTo(NUMBER);
  }

  @Test
  void release_oldFailureShownForLong_isPendingUntilItIsGone() {
    world.connect.settleNextAsFailed("no room there");
    world.numbers.move(id).to(world.other).start();
    world.advance(ofMinutes(10));
    world.connect.readsLagBy(ofMinutes(4));
    Operation<ReleasedNumber> release = release().evenAfterFailure().start();
    world.advance(ofMinutes(3));
    assertThat(hasEnded(release)).isFalse();
    world.advance(ofMinutes(3));
    assertThat(result(release).number()).isEqualTo(NUMBER);
  }

  private static Fault notFound() {
    return Fault.failing(
        Failing.refusal(Kind.NOT_FOUND, 404, "ResourceNotFoundException", "not found"));
  }

  @Test
  void release_everyReplyLost_isFoundToBeDone() {
    world.connect.always(RELEASE, Fault.replyLost());
    Operation<ReleasedNumber> release = release().start();
    world.seconds(300);
    result(release);
    assertThat(world.connect.effects(RELEASE)).hasSize(1);
  }

  @Test
  void release_everyRequestLost_isUnknownWithATicketAndTheWarning() {
    world.connect.always(RELEASE, Fault.requestLost());
    Operation<ReleasedNumber> release = release().start();
    world.seconds(60);
    OutcomeUnknownException unknown = failure(release, OutcomeUnknownException.class);
    assertThat(unknown.ticket()).contains(release.ticket());
    assertThat(unknown.advice()).contains("180 days");
    assertThat(unknown).hasMessageContaining("as before");
    assertThat(world.connect.calls(RELEASE)).hasSize(4);
    assertThat(world.connect.effects(RELEASE)).isEmpty();
  }

  @Test
  void release_denied_namesTheActionAndTheWarning() {
    world.fails(RELEASE, Failing.accessDenied());
    AccessDeniedException denied = failure(release().start(), AccessDeniedException.class);
    assertThat(denied.iamAction()).isEqualTo("connect:ReleasePhoneNumber");
    assertThat(denied.advice()).contains("180 days");
  }

  @Test
  void release_settlingAsFailed_isAFailure() {
    world.connect.settleNextAsFailed("in use elsewhere");
    Operation<ReleasedNumber> release = release().start();
    world.seconds(20);
    assertThat(failure(release, OperationFailedException.class).statusMessage())
        .isEqualTo("in use elsewhere");
    assertThat(world.connect.truth(id)).isPresent();
  }

  @Test
  void release_whileAMoveIsInProgress_waitsForIt() {
    world.numbers.move(id).to(world.other).start();
    Operation<ReleasedNumber> release = release().start();
    world.seconds(3);
    assertThat(world.connect.calls(RELEASE)).isEmpty();
    world.seconds(30);
    result(release);
  }

  @Test
  void release_lastingConflict_isAConflictInTheEnd() {
    world.connect.always(
        RELEASE,
        Fault.failing(Failing.refusal(Kind.CONFLICT, 409, "ResourceInUseException", "in use")));
    Operation<ReleasedNumber> release = release().start();
    world.advance(ofDays(1));
    assertThat(failure(release, ConflictException.class).attempts()).isEqualTo(4);
    assertThat(world.connect.calls(RELEASE)).hasSize(4);
    assertThat(world.connect.truth(id)).isPresent();
  }
}

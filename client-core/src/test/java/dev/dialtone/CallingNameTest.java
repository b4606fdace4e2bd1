package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryChime.CALLING_NAME;
import static dev.dialtone.testing.InMemoryChime.GET;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dialtone.error.ConflictException;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.CallingNameStatus;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.ChimeNumberType;
import dev.dialtone.model.E164;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.InMemoryChime;
import dev.dialtone.testing.PortCall;
import dev.dialtone.testing.VirtualTimer;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallingNameTest {
  private static final E164 NUMBER = E164.of("+12065550100");
  private static final CallingName NAME = CallingName.of("ACME SUPPORT");

  private final VirtualTimer timer = new VirtualTimer();
  private final InMemoryChime chime = new InMemoryChime(timer);
  private final PhoneNumbers numbers =
      PhoneNumbers.builder().chime(chime).timer(timer).executor(Runnable::run).build();

  @BeforeEach
  void add() {
    chime.add(NUMBER);
  }

  private CallingNameRequest rename() {
    return numbers.updateCallingName(NUMBER, NAME);
  }

  @Test
  void rename_accepted_isDoneOnlyWhenItReadsBackAndHasSucceeded() {
    Operation<ChimeNumber> rename = rename().start();
    assertThat(chime.calls()).extracting(PortCall::operation).containsExactly(GET, CALLING_NAME);
    timer.advance(ofMinutes(110));
    assertThat(hasEnded(rename)).isFalse();
    timer.advance(ofHours(1));
    assertThat(result(rename).callingName()).contains("ACME SUPPORT");
    assertThat(result(rename).callingNameStatus()).contains(CallingNameStatus.UPDATE_SUCCEEDED);
    assertThat(chime.calls(CALLING_NAME)).hasSize(1);
  }

  @Test
  void rename_seventyTwoHours_takesAtMost150Looks() {
    chime.settlesAfter(ofDays(3));
    Operation<ChimeNumber> rename = rename().start();
    timer.advance(ofHours(73));
    assertThat(result(rename).callingName()).contains("ACME SUPPORT");
    assertThat(rename.progress().looks()).isBetween(60, 150);
  }

  @Test
  void rename_neverSettling_endsAfter75Hours() {
    chime.settlesAfter(ofDays(30));
    Operation<ChimeNumber> rename = rename().start();
    timer.advance(ofHours(74));
    assertThat(hasEnded(rename)).isFalse();
    timer.advance(ofHours(2));
    failure(rename, StillInProgressException.class);
  }

  @Test
  void rename_asItIsAlready_sendsNothing() {
    rename().start();
    timer.advance(ofHours(3));
    chime.forgetCalls();
    assertThat(result(rename().start()).callingName()).contains("ACME SUPPORT");
    assertThat(chime.calls()).extracting(PortCall::operation).containsExactly(GET);
  }

  @Test
  void clear_named_isDoneOnceNothingReadsBack() {
    rename().start();
    timer.advance(ofHours(3));
    Operation<ChimeNumber> clear = numbers.clearCallingName(NUMBER).start();
    timer.advance(ofHours(3));
    assertThat(result(clear).callingName()).isEmpty();
    assertThat(result(numbers.clearCallingName(NUMBER).start()).callingName()).isEmpty();
    assertThat(chime.effects()).hasSize(2);
  }

  @Test
  void rename_anotherPending_isAConflictThatSaysSinceWhen() {
    numbers.updateCallingName(NUMBER, CallingName.of("OTHER")).start();
    ConflictException conflict = failure(rename().start(), ConflictException.class);
    assertThat(conflict).hasMessageContaining("since 20").hasMessageContaining("72 hours");
    assertThat(conflict.advice()).contains("afterPending()");
    assertThat(conflict.attempts()).isZero();
    assertThat(chime.calls(CALLING_NAME)).hasSize(1);
  }

  @Test
  void rename_afterPending_waitsAndThenRenames() {
    numbers.updateCallingName(NUMBER, CallingName.of("OTHER")).start();
    Operation<ChimeNumber> rename = rename().afterPending().start();
    timer.advance(ofHours(1));
    assertThat(chime.calls(CALLING_NAME)).hasSize(1);
    timer.advance(ofHours(9));
    assertThat(result(rename).callingName()).contains("ACME SUPPORT");
    assertThat(chime.effects()).hasSize(2);
  }

  @Test
  void rename_replyLostAfterTheEffect_isReadAboutAndNotSentAgain() {
    chime.next(CALLING_NAME, Fault.replyLost());
    Operation<ChimeNumber> rename = rename().start();
    timer.advance(ofHours(4));
    assertThat(result(rename).callingName()).contains("ACME SUPPORT");
    assertThat(chime.calls(CALLING_NAME)).hasSize(1);
    assertThat(chime.effects()).hasSize(1);
  }

  @Test
  void rename_requestLost_isReadAboutAndSentAgain() {
    chime.next(CALLING_NAME, Fault.requestLost());
    Operation<ChimeNumber> rename = rename().start();
    timer.advance(ofHours(4));
    assertThat(result(rename).callingName()).contains("ACME SUPPORT");
    assertThat(chime.calls(CALLING_NAME)).hasSize(2);
    assertThat(chime.effects()).hasSize(1);
  }

  @Test
  void rename_everyRequestLost_isUnknownAfterFour() {
    chime.always(CALLING_NAME, Fault.requestLost());
    Operation<ChimeNumber> rename = rename().start();
    timer.advance(ofHours(1));
    failure(rename, OutcomeUnknownException.class);
    assertThat(chime.calls(CALLING_NAME)).hasSize(4);
  }

  @Test
  void rename_throttled_isSentAgainWithoutARead() {
    chime.next(CALLING_NAME, Fault.failing(Failing.throttled()));
    Operation<ChimeNumber> rename = rename().start();
    timer.advance(ofSeconds(10));
    assertThat(chime.calls(CALLING_NAME)).hasSize(2);
    assertThat(chime.calls())
        .extracting(PortCall::operation)
        .startsWith(GET, CALLING_NAME, CALLING_NAME);
    timer.advance(ofHours(4));
    result(rename);
  }

  @Test
  void rename_settlingAsFailed_isAFailure() {
    chime.failNext();
    Operation<ChimeNumber> rename = rename().start();
    timer.advance(ofHours(4));
    failure(rename, OperationFailedException.class);
    assertThat(chime.truth(NUMBER).callingName()).isEmpty();
  }

  @Test
  void rename_afterAFailedOne_isNotTakenForFailedByTheOldStatus() {
    chime.failNext();
    rename().start();
    timer.advance(ofHours(4));
    Operation<ChimeNumber> again = rename().start();
    timer.advance(ofHours(4));
    assertThat(result(again).callingName()).contains("ACME SUPPORT");
  }

  @Test
  void rename_ofATollFreeNumber_isRefusedAndSendsNothing() {
    chime.shows(
        number ->
            new ChimeNumber(
                number.number(),
                number.country(),
                Optional.of(ChimeNumberType.TOLL_FREE),
                number.productType(),
                number.status(),
                number.callingName(),
                number.callingNameStatus(),
                number.name(),
                number.updatedAt()));
    assertThat(failure(rename().start(), InvalidRequestException.class))
        .hasMessageContaining("toll-free");
    assertThat(chime.calls(CALLING_NAME)).isEmpty();
  }

  @Test
  void rename_statusUnknown_isWaitedForTenMinutesAndThenRefused() {
    chime.shows(
        number ->
            new ChimeNumber(
                number.number(),
                number.country(),
                number.type(),
                number.productType(),
                number.status(),
                number.callingName(),
                Optional.of(CallingNameStatus.of("OnHold")),
                number.name(),
                number.updatedAt()));
    Operation<ChimeNumber> rename = rename().start();
    timer.advance(ofMinutes(9));
    assertThat(hasEnded(rename)).isFalse();
    timer.advance(ofMinutes(4));
    assertThat(failure(rename, UnexpectedException.class)).hasMessageContaining("OnHold");
    assertThat(chime.calls(CALLING_NAME)).isEmpty();
  }

  @Test
  void rename_numberUnknown_isNotFound() {
    failure(
        numbers.updateCallingName(E164.of("+12065550199"), NAME).start(), NotFoundException.class);
  }

  @Test
  void verbs_withoutTheirService_sayWhatToAdd() {
    assertThatIllegalStateException()
        .isThrownBy(() -> numbers.list())
        .withMessageContaining("ConnectAdapter");
    World connectOnly = new World();
    assertThatIllegalStateException()
        .isThrownBy(() -> connectOnly.numbers.updateCallingName(NUMBER, NAME))
        .withMessageContaining("ChimeAdapter.voice");
  }

  @Test
  void close_closesTheAdapterToo() {
    numbers.close();
    assertThat(chime.closed()).isEqualTo(1);
  }
}

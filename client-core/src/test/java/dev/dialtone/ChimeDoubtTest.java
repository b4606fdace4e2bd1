package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryChime.CALLING_NAME;
import static dev.dialtone.testing.InMemoryChime.GET;
import static dev.dialtone.testing.InMemoryChime.NAME;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.InMemoryChime;
import dev.dialtone.testing.PortCall;
import dev.dialtone.testing.VirtualTimer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No token, no answer: only reads may tell, and what they do not tell is unknown. */
class ChimeDoubtTest {
  private static final E164 NUMBER = E164.of("+12065550100");

  private final VirtualTimer timer = new VirtualTimer();
  private final InMemoryChime chime = new InMemoryChime(timer);
  private final PhoneNumbers numbers =
      PhoneNumbers.builder().chime(chime).timer(timer).executor(Runnable::run).build();
  private final PhoneNumbers somebodyElse =
      PhoneNumbers.builder().chime(chime).timer(timer).executor(Runnable::run).build();

  @BeforeEach
  void add() {
    chime.add(NUMBER);
  }

  private Operation<ChimeNumber> rename() {
    return numbers.updateCallingName(NUMBER, CallingName.of("ACME SUPPORT")).start();
  }

  @Test
  void throttledAfterALostRequest_isReadAboutBeforeTheRepeat() {
    chime.next(NAME, Fault.requestLost(), Fault.failing(Failing.throttled(ofSeconds(60))));
    Operation<ChimeNumber> change = numbers.updateName(NUMBER, "Front desk").start();
    timer.advance(ofMinutes(10));
    result(change);
    var operations = chime.calls().stream().map(PortCall::operation).toList();
    for (int i = 1; i < operations.size(); i++) {
      if (operations.get(i).equals(NAME)) {
        assertThat(operations.get(i - 1)).isEqualTo(GET);
      }
    }
    assertThat(chime.calls(NAME)).hasSize(3);
  }

  @Test
  void repeatHeldUpByQuota_isReadAboutAgainBeforeItIsSent() {
    E164 another = E164.of("+12065550199");
    chime.add(another);
    chime.next(NAME, Fault.requestLost(), Fault.failing(Failing.throttled(ofSeconds(60))));
    Operation<ChimeNumber> change = numbers.updateName(NUMBER, "Front desk").start();
    timer.advance(ofSeconds(5));
    numbers.updateName(another, "Back door").start(); // Its 429 holds the line for a minute.
    timer.advance(ofMinutes(10));
    result(change);
    var ours =
        chime.calls(NAME).stream()
            .filter(call -> call.token().equals(change.ticket().id()))
            .toList();
    assertThat(ours).hasSize(2);
    PortCall repeat = ours.get(1);
    assertThat(repeat.at()).isGreaterThan(ofSeconds(60));
    assertThat(chime.calls(GET))
        .filteredOn(read -> read.subject().equals(NUMBER.value()))
        .filteredOn(read -> read.at().compareTo(repeat.at()) <= 0)
        .last()
        .satisfies(read -> assertThat(read.at()).isGreaterThan(repeat.at().minusSeconds(30)));
  }

  @Test
  void lostReplyAndThenSomebodyElsesName_isUnknownAndNotOverwritten() {
    chime.next(NAME, Fault.late(ofSeconds(5), Fault.replyLost()));
    Operation<ChimeNumber> change = numbers.updateName(NUMBER, "Front desk").start();
    timer.advance(ofSeconds(3));
    somebodyElse.updateName(NUMBER, "Theirs").start();
    timer.advance(ofMinutes(10));
    failure(change, OutcomeUnknownException.class);
    assertThat(chime.truth(NUMBER).name()).contains("Theirs");
    assertThat(chime.effects()).hasSize(2);
  }

  @Test
  void lostReplyAndOursHasFailed_isUnknownAndNotSentAgain() {
    chime.failNext();
    chime.settlesAfter(ofSeconds(1));
    chime.next(CALLING_NAME, Fault.replyLost());
    Operation<ChimeNumber> rename = rename();
    timer.advance(ofMinutes(10));
    failure(rename, OutcomeUnknownException.class);
    assertThat(chime.calls(CALLING_NAME)).hasSize(1);
  }

  @Test
  void lostReplyAndAReadThatLags_isNotSentAgainWithinTenSeconds() {
    var lags = new AtomicBoolean(true);
    ChimeNumber before = chime.truth(NUMBER);
    chime.shows(now -> lags.get() ? before : now);
    chime.next(CALLING_NAME, Fault.replyLost());
    Operation<ChimeNumber> rename = rename();
    timer.advance(ofSeconds(9));
    lags.set(false);
    timer.advance(ofHours(4));
    result(rename);
    assertThat(chime.calls(CALLING_NAME)).hasSize(1);
  }

  @Test
  void conflictAfterALostReply_isOurOwnAndOnlyLookedAt() {
    var lags = new AtomicBoolean(true);
    ChimeNumber before = chime.truth(NUMBER);
    chime.shows(now -> lags.get() ? before : now);
    chime.next(CALLING_NAME, Fault.replyLost());
    Operation<ChimeNumber> rename = rename();
    timer.advance(ofMinutes(1));
    assertThat(chime.calls(CALLING_NAME)).hasSize(2);
    lags.set(false);
    timer.advance(ofHours(4));
    assertThat(result(rename).callingName()).contains("ACME SUPPORT");
    assertThat(chime.calls(CALLING_NAME)).hasSize(2);
    assertThat(chime.effects()).hasSize(1);
  }

  @Test
  void lostRequestAndSomebodyElsesChangePending_endsUnknownAndNotFailed() {
    chime.next(CALLING_NAME, Fault.late(ofSeconds(2), Fault.requestLost()));
    Operation<ChimeNumber> rename = rename();
    timer.advance(ofSeconds(1));
    somebodyElse.updateCallingName(NUMBER, CallingName.of("THEIRS")).start();
    timer.advance(ofHours(6));
    failure(rename, OutcomeUnknownException.class);
    assertThat(chime.effects()).hasSize(1);
  }

  @Test
  void oldFailureStillShown_isNeverTakenForTheNewOne() {
    chime.failNext();
    rename();
    timer.advance(ofHours(4));
    ChimeNumber failed = chime.truth(NUMBER);
    chime.shows(now -> failed);
    Operation<ChimeNumber> again = rename();
    timer.advance(ofHours(3));
    assertThat(hasEnded(again)).isFalse();
    chime.shows(now -> now);
    timer.advance(ofHours(3));
    assertThat(result(again).callingName()).contains("ACME SUPPORT");
  }

  @Test
  void afterPending_oneStaleLook_isNotTakenForDone() {
    rename();
    timer.advance(ofHours(3));
    ChimeNumber named = chime.truth(NUMBER);
    somebodyElse.updateCallingName(NUMBER, CallingName.of("THEIRS")).start();
    var looks = new int[1];
    chime.shows(now -> ++looks[0] == 2 ? named : now);
    Operation<ChimeNumber> again =
        numbers.updateCallingName(NUMBER, CallingName.of("ACME SUPPORT")).afterPending().start();
    timer.advance(ofMinutes(30));
    assertThat(hasEnded(again)).isFalse();
    timer.advance(ofHours(9));
    assertThat(result(again).callingName()).isEqualTo(Optional.of("ACME SUPPORT"));
    assertThat(chime.truth(NUMBER).callingName()).contains("ACME SUPPORT");
  }

  @Test
  void unavailableWithRetryAfter_isRepeatedNoSooner() {
    chime.always(
        CALLING_NAME,
        Fault.failing(
            PortException.of(Kind.SERVICE_FAILURE, PortException.Reached.MAYBE, "later")
                .reply(503, "ServiceUnavailableException", "id")
                .retryable()
                .retryAfter(ofMinutes(1))
                .build()));
    Operation<ChimeNumber> rename = rename();
    timer.advance(ofSeconds(59));
    assertThat(chime.calls(CALLING_NAME)).hasSize(1);
    timer.advance(ofMinutes(10));
    failure(rename, OutcomeUnknownException.class);
    assertThat(chime.calls(CALLING_NAME)).hasSize(4);
  }
}

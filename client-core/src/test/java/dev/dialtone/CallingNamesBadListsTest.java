package dev.dialtone;

import static dev.dialtone.Renames.NAME;
import static dev.dialtone.Renames.number;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryChime.GET;
import static dev.dialtone.testing.InMemoryChime.LIST;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.Outcome.Done;
import dev.dialtone.error.ConflictException;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.InMemoryChime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists that lag, leave out, fail or never end: they may cost requests, but never an outcome. */
class CallingNamesBadListsTest {
  private final Renames renames = new Renames();
  private final InMemoryChime chime = renames.chime;

  private static void assertAllDone(Batch<ChimeNumber> batch) {
    assertThat(result(batch).values()).allMatch(Done.class::isInstance);
  }

  @Test
  void settling_listTellsNoNames_isJudgedByTheNumbersThemselves() {
    chime.lists(Renames::nameless);
    Batch<ChimeNumber> batch = renames.start(10);
    renames.advance(ofHours(5));
    assertAllDone(batch);
    assertThat(renames.calls(GET)).isEqualTo(10);
  }

  @Test
  void start_asWantedAlreadyAndListTellsNoNames_sendsNothing() {
    renames.start(3);
    renames.advance(ofHours(5));
    chime.lists(Renames::nameless);
    Batch<ChimeNumber> again = renames.again(3);
    renames.advance(ofHours(5));
    assertAllDone(again);
    assertThat(chime.effects()).hasSize(3);
  }

  @Test
  void settling_listGoesBackForMinutes_isJudgedByTheNumbersThemselves() {
    Map<E164, ChimeNumber> old = renames.add(10);
    Batch<ChimeNumber> batch = renames.again(10);
    renames.advance(ofMinutes(1));
    chime.lists(number -> requireNonNull(old.get(number.number())));
    renames.advance(ofMinutes(10));
    chime.lists(number -> number);
    renames.advance(ofHours(5));
    assertAllDone(batch);
  }

  @Test
  void start_listStillShowsThePendingOne_isNotAConflict() {
    renames.start(2);
    renames.advance(ofMinutes(1));
    Map<E164, ChimeNumber> pending =
        Map.of(number(0), chime.truth(number(0)), number(1), chime.truth(number(1)));
    renames.advance(ofHours(5));
    chime.lists(number -> requireNonNull(pending.get(number.number())));
    Batch<ChimeNumber> again = renames.again(2);
    renames.advance(ofMinutes(1));
    assertAllDone(again);
  }

  @Test
  void start_listShowsAnOlderName_isSentAgainWhichIsItsPrice() {
    Map<E164, ChimeNumber> old = renames.add(3);
    renames.again(3);
    renames.advance(ofHours(4));
    chime.lists(number -> requireNonNull(old.get(number.number())));
    renames.again(3);
    renames.advance(ofMinutes(1));
    assertThat(chime.effects()).hasSize(6);
  }

  @Test
  void settling_listFailsForHours_isAskedMoreAndMoreRarely() {
    chime.always(LIST, Fault.failing(Failing.unavailable()));
    chime.settlesAfter(ofHours(10));
    Batch<ChimeNumber> batch = renames.start(50);
    renames.advance(ofHours(20));
    assertAllDone(batch);
    assertThat(renames.calls(LIST)).isLessThan(80); // Four attempts a walk.
    assertThat(renames.calls(GET)).isLessThan(50 * 40);
  }

  @Test
  void settling_oneListFails_isLookedAtTogetherSoon() {
    chime.settlesAfter(ofDays(3));
    chime.next(
        LIST,
        Fault.failing(
            PortException.of(Kind.UNREACHABLE, Reached.NO, "credentials expired").build()));
    Batch<ChimeNumber> batch = renames.start(80);
    renames.advance(ofHours(76));
    assertAllDone(batch);
    assertThat(renames.calls(GET)).isLessThan(80 * 3);
  }

  @Test
  void settling_listForbiddenForAWhile_isLookedAtTogetherAfterAnHour() {
    chime.settlesAfter(ofDays(3));
    chime.next(LIST, Fault.failing(Failing.accessDenied()));
    Batch<ChimeNumber> batch = renames.start(20);
    renames.advance(ofMinutes(59));
    assertThat(renames.calls(LIST)).isEqualTo(1);
    renames.advance(ofHours(76));
    assertAllDone(batch);
    assertThat(renames.calls(LIST)).isGreaterThan(20);
  }

  @Test
  void settling_oneNumberIsListedWithoutAStatus_leavesTheOthersTogether() {
    chime.settlesAfter(ofDays(3));
    Batch<ChimeNumber> batch = renames.start(80);
    renames.advance(ofHours(1));
    chime.add(number(5000));
    chime.lists(
        it -> it.number().equals(number(5000)) ? InMemoryChime.withoutCallingNameStatus(it) : it);
    renames
        .numbers
        .updateCallingNames(Map.of(number(5000), NAME, number(7777), NAME)) // One is not there.
        .start();
    renames.advance(ofHours(76));
    assertAllDone(batch);
    assertThat(renames.calls(GET)).isLessThan(80 * 3);
  }

  @Test
  void settling_listRepeatsItsTokens_isNotWalkedForEver() {
    chime.always(
        LIST,
        Fault.answering(completedFuture(new Page<>(List.of(), Optional.of("always the same")))));
    Batch<ChimeNumber> batch = renames.start(100);
    renames.advance(ofHours(4));
    assertAllDone(batch);
    assertThat(renames.calls(LIST)).isLessThan(20);
  }

  @Test
  void settling_afterALostReply_isLookedAtTogether() {
    chime.next(InMemoryChime.CALLING_NAMES, Fault.replyLost());
    Batch<ChimeNumber> batch = renames.start(20);
    renames.advance(ofHours(10));
    assertAllDone(batch);
    assertThat(chime.effects()).hasSize(20);
    assertThat(renames.calls(GET)).isLessThan(50);
  }

  @Test
  void start_pendingAlready_isAConflictByTheNumbersThemselves() {
    renames.start(2);
    renames.advance(ofMinutes(1));
    Batch<ChimeNumber> again = renames.again(2);
    renames.advance(ofMinutes(1));
    assertThat(result(again).values())
        .allSatisfy(end -> assertThat(end.failure()).containsInstanceOf(ConflictException.class));
  }
}

package dev.dialtone.testing;

import static dev.dialtone.testing.JournalEntries.accepted;
import static dev.dialtone.testing.JournalEntries.get;
import static dev.dialtone.testing.JournalEntries.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.OperationJournal.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every journal must do, one that forgets what has ended as well. */
public abstract class OperationJournalContract {
  protected static final String ME = "owner-me";
  protected static final String OTHER = "owner-other";

  /** The time that the journal is told. */
  protected Instant now = Instant.parse("2026-01-05T09:00:00Z");

  /** The journal under test, the same throughout a test. */
  protected abstract OperationJournal journal();

  /** The same, as another process has it. */
  protected abstract OperationJournal elsewhere();

  /** Makes every lease run out that was given until now, by the journal's own clock. */
  protected abstract void outlastLeases(Duration lease);

  private void outlastLeases() {
    Duration lease = journal().lease();
    now = now.plus(lease).plusMillis(1);
    outlastLeases(lease);
  }

  protected final void append(Ticket ticket, Step step, String owner) {
    get(journal().append(JournalEntries.entry(ticket, step, now, owner)));
  }

  protected final void assertRefused(Ticket ticket, Step step, String owner) {
    assertThatIllegalStateException()
        .isThrownBy(() -> get(elsewhere().append(JournalEntries.entry(ticket, step, now, owner))));
  }

  protected final Optional<String> ownerAfterTakeBy(String owner, Ticket ticket) {
    return get(elsewhere().take(ticket.id(), owner, now)).flatMap(Recorded::owner);
  }

  @Test
  void append_intent_isOpenAndItsOwners() {
    append(ticket(1), Step.INTENT, ME);
    assertThat(get(elsewhere().takeOpen(ticket -> true, OTHER, now)))
        .singleElement()
        .satisfies(
            known -> {
              assertThat(known.ticket()).isEqualTo(ticket(1));
              assertThat(known.reached()).isEqualTo(Step.INTENT);
              assertThat(known.end()).isEmpty();
              assertThat(known.detail()).isEmpty();
              assertThat(known.owner()).contains(ME);
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"INTENT", "SENDING", "ACCEPTED"})
  void append_intentOfWhatIsKnown_isRefused(Step reached) {
    append(ticket(1), Step.INTENT, ME);
    if (reached != Step.INTENT) {
      append(ticket(1), reached, ME);
    }
    assertRefused(ticket(1), Step.INTENT, ME);
    assertRefused(ticket(1), Step.INTENT, OTHER);
    assertThat(reached(1)).isEqualTo(reached);
  }

  @Test
  void append_steps_reachTheLatestWithItsTicket() {
    append(ticket(1), Step.INTENT, ME);
    append(ticket(1), Step.SENDING, ME);
    assertThat(reached(1)).isEqualTo(Step.SENDING);
    append(accepted(1), Step.ACCEPTED, ME);
    append(accepted(1), Step.NOTE, ME);
    assertThat(reached(1)).isEqualTo(Step.ACCEPTED);
    assertThat(get(journal().take(ticket(1).id(), ME, now)).map(Recorded::ticket))
        .contains(accepted(1));
  }

  private Step reached(int n) {
    return get(journal().take(ticket(n).id(), ME, now)).orElseThrow().reached();
  }

  @Test
  void append_sendingWithoutIntent_makesItKnown() {
    append(ticket(1), Step.SENDING, ME);
    assertThat(reached(1)).isEqualTo(Step.SENDING);
    assertRefused(ticket(1), Step.ACCEPTED, OTHER);
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void append_toAnothersOperation_isRefusedAndChangesNothing(Step step) {
    append(ticket(1), Step.INTENT, ME);
    assertRefused(accepted(1), step, OTHER);
    outlastLeases();
    assertRefused(accepted(1), step, OTHER);
    Recorded known = get(journal().take(ticket(1).id(), ME, now)).orElseThrow();
    assertThat(known.ticket()).isEqualTo(ticket(1));
    assertThat(known.reached()).isEqualTo(Step.INTENT);
    assertThat(known.owner()).contains(ME);
  }

  @Test
  void unknown_taken_isEmpty() {
    assertThat(get(journal().take(ticket(1).id(), ME, now))).isEmpty();
    assertThat(get(journal().takeOpen(ticket -> true, ME, now))).isEmpty();
  }

  @Test
  void take_whileAnothersLeaseLasts_leavesItTheirs() {
    append(ticket(1), Step.INTENT, ME);
    assertThat(ownerAfterTakeBy(OTHER, ticket(1))).contains(ME);
    append(ticket(1), Step.SENDING, ME);
  }

  @Test
  void take_afterTheLease_isTheTakersAndTheOldOwnerIsRefused() {
    append(ticket(1), Step.INTENT, ME);
    outlastLeases();
    assertThat(ownerAfterTakeBy(OTHER, ticket(1))).contains(OTHER);
    assertRefused(ticket(1), Step.SENDING, ME);
    assertThat(ownerAfterTakeBy(ME, ticket(1))).contains(OTHER);
  }

  @Test
  void take_ofOnesOwn_beginsTheLeaseAnew() {
    append(ticket(1), Step.INTENT, ME);
    outlastLeases();
    get(journal().take(ticket(1).id(), ME, now));
    assertThat(ownerAfterTakeBy(OTHER, ticket(1))).contains(ME);
  }

  @Test
  void append_stepAfterTheLease_beginsItAnew() {
    append(ticket(1), Step.INTENT, ME);
    outlastLeases();
    append(ticket(1), Step.SENDING, ME);
    assertThat(ownerAfterTakeBy(OTHER, ticket(1))).contains(ME);
  }

  @Test
  void append_noteAfterTheLease_doesNotBeginItAnew() {
    append(ticket(1), Step.INTENT, ME);
    outlastLeases();
    append(ticket(1), Step.NOTE, ME);
    assertThat(ownerAfterTakeBy(OTHER, ticket(1))).contains(OTHER);
  }

  @Test
  void takeOpen_manyOwners_takesWhatIsFreeAndTellsOfAllOldestFirst() {
    append(ticket(3), Step.INTENT, ME);
    append(ticket(1), Step.SENDING, ME);
    outlastLeases();
    append(ticket(2), Step.INTENT, ME);
    append(ticket(4), Step.INTENT, OTHER);
    append(ticket(5), Step.INTENT, ME);
    append(ticket(5), Step.FAILED, ME);
    List<Recorded> open = get(elsewhere().takeOpen(ticket -> true, OTHER, now));
    assertThat(open)
        .extracting(Recorded::ticket)
        .containsExactly(ticket(1), ticket(2), ticket(3), ticket(4));
    assertThat(open)
        .extracting(known -> known.owner().orElseThrow())
        .containsExactly(OTHER, ME, OTHER, OTHER);
  }

  @Test
  void takeOpen_ofOnesOwn_beginsTheLeaseAnew() {
    append(ticket(1), Step.INTENT, ME);
    outlastLeases();
    get(journal().takeOpen(ticket -> true, ME, now));
    assertThat(ownerAfterTakeBy(OTHER, ticket(1))).contains(ME);
  }

  @Test
  void renew_afterTheLease_beginsOnlyOnesOwnAnew() {
    append(ticket(1), Step.INTENT, ME);
    append(ticket(2), Step.INTENT, "owner-third");
    outlastLeases();
    get(journal().renew(ME, now));
    assertThat(ownerAfterTakeBy(OTHER, ticket(1))).contains(ME);
    assertThat(ownerAfterTakeBy(OTHER, ticket(2))).contains(OTHER);
  }

  @Test
  void giveUp_ofMany_freesOnesOwnAtOnce() {
    append(ticket(1), Step.INTENT, ME);
    append(ticket(2), Step.INTENT, "owner-third");
    get(journal().giveUp(ME));
    assertThat(ownerAfterTakeBy(OTHER, ticket(1))).contains(OTHER);
    assertThat(ownerAfterTakeBy(OTHER, ticket(2))).contains("owner-third");
    assertRefused(ticket(1), Step.SENDING, ME);
  }

  @Test
  void append_afterGivingUp_isStillWrittenUntilAnotherTakesIt() {
    append(ticket(1), Step.INTENT, ME);
    get(journal().giveUp(ME));
    append(accepted(1), Step.ACCEPTED, ME);
    Recorded known = get(elsewhere().take(ticket(1).id(), ME, now)).orElseThrow();
    assertThat(known.reached()).isEqualTo(Step.ACCEPTED);
    assertThat(known.ticket()).isEqualTo(accepted(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"SETTLED", "FAILED", "ABANDONED"})
  void append_end_isOpenNoMore(Step end) {
    append(ticket(1), Step.INTENT, ME);
    append(ticket(1), end, ME);
    assertThat(get(elsewhere().takeOpen(ticket -> true, ME, now))).isEmpty();
    append(ticket(1), Step.NOTE, ME);
    assertThat(get(elsewhere().takeOpen(ticket -> true, ME, now))).isEmpty();
  }

  @Test
  void append_manyWithoutWaiting_allStagesComplete() {
    var stages =
        Arrays.asList(
            journal().append(JournalEntries.entry(ticket(1), Step.INTENT, now, ME)),
            journal().append(JournalEntries.entry(ticket(2), Step.INTENT, now, ME)),
            journal().append(JournalEntries.entry(ticket(1), Step.SENDING, now, ME)));
    stages.forEach(JournalEntries::get);
    assertThat(get(journal().takeOpen(ticket -> true, ME, now)))
        .extracting(Recorded::reached)
        .containsExactly(Step.SENDING, Step.INTENT);
  }
}

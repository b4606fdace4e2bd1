package dev.dialtone.jdbc;

import static dev.dialtone.testing.JournalEntries.get;
import static dev.dialtone.testing.JournalEntries.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Connections that go, also in the middle of a commit: nothing is written twice or lost in silence.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class JdbcJournalLostReplyTest extends WatchedJournal {
  JdbcJournalLostReplyTest(TestDatabase kind) {
    super(kind);
  }

  @Test
  void append_replyToTheCommitLost_isAcknowledgedAndThereOnce() {
    for (Step step : List.of(Step.INTENT, Step.SENDING, Step.NOTE, Step.SETTLED)) {
      watched.committed = once(LOST);
      get(append(ticket(1), step));
    }
    assertThat(story(ticket(1)))
        .containsExactly(Step.INTENT, Step.SENDING, Step.NOTE, Step.SETTLED);
  }

  @Test
  void append_commitNeverArrived_isWrittenOnce() {
    watched.committing = once(LOST);
    get(append(ticket(1), Step.INTENT));
    watched.committing = once(LOST);
    get(append(ticket(1), Step.SENDING));
    assertThat(story(ticket(1))).containsExactly(Step.INTENT, Step.SENDING);
  }

  @Test
  void append_replyLostAndTheIntentIsAnothers_isRefused() {
    get(append(ticket(1), Step.INTENT));
    watched.committed = once(LOST);
    assertThat(failureOf(append(ticket(1), Step.INTENT)))
        .hasMessageContaining("known")
        .hasNoCause();
    assertThat(story(ticket(1))).containsExactly(Step.INTENT);
  }

  @Test
  void append_intentOfWhichNobodyKnows_failsAndIsWithdrawn() {
    watched.committed = LOST;
    watched.connecting = LOST;
    assertThat(failureOf(append(ticket(1), Step.INTENT)))
        .hasMessageContaining("not known")
        .hasCauseInstanceOf(SQLException.class);
    watched.committed = WatchedSource.NOTHING;
    watched.connecting = WatchedSource.NOTHING;
    assertThat(get(journal.takeOpen(ticket -> true, "owner-other", NOW))).isEmpty();
    assertThat(story(ticket(1))).isEmpty();
    get(append(ticket(1), Step.INTENT));
    assertThat(story(ticket(1))).containsExactly(Step.INTENT);
  }

  @Test
  void append_intentThatNeverArrived_leavesNothingToWithdraw() {
    watched.committing = LOST;
    assertThat(failureOf(append(ticket(1), Step.INTENT))).hasMessageContaining("not known");
    watched.committing = WatchedSource.NOTHING;
    assertThat(get(journal.takeOpen(ticket -> true, ME, NOW))).isEmpty();
    get(append(ticket(1), Step.INTENT));
  }

  @Test
  void close_withAnIntentOfWhichNobodyKnows_withdrawsIt() {
    watched.committed = LOST;
    watched.connecting = LOST;
    failureOf(append(ticket(1), Step.INTENT));
    watched.committed = WatchedSource.NOTHING;
    watched.connecting = WatchedSource.NOTHING;
    journal.close();
    try (var later = new JdbcOperationJournal(database)) {
      assertThat(get(later.takeOpen(ticket -> true, ME, NOW))).isEmpty();
    }
  }

  @Test
  void append_connectionDroppedBeforeTheCommit_goesOnWithAnother() {
    watched.executing = once(LOST);
    get(append(ticket(1), Step.INTENT));
    watched.executing = LOST;
    assertThat(failureOf(append(ticket(1), Step.SENDING)))
        .hasMessageContaining("nothing was written")
        .hasMessageContaining("connection lost");
    watched.executing = WatchedSource.NOTHING;
    get(append(ticket(1), Step.SENDING));
    assertThat(story(ticket(1))).containsExactly(Step.INTENT, Step.SENDING);
  }

  @Test
  void append_databaseAway_failsEachAndWorksWhenItIsBack() {
    watched.executing = once(LOST);
    watched.connecting = LOST;
    watched.committing = LOST;
    List<CompletionStage<Void>> stages = new ArrayList<>();
    for (int n = 1; n <= 50; n++) {
      stages.add(append(ticket(n), Step.INTENT));
    }
    stages.forEach(WatchedJournal::failureOf);
    watched.connecting = WatchedSource.NOTHING;
    watched.committing = WatchedSource.NOTHING;
    assertThat(get(journal.takeOpen(ticket -> true, ME, NOW))).isEmpty();
    get(append(ticket(1), Step.INTENT));
  }
}

package dev.dialtone.jdbc;

import static dev.dialtone.testing.JournalEntries.NUMBER;
import static dev.dialtone.testing.JournalEntries.accepted;
import static dev.dialtone.testing.JournalEntries.entry;
import static dev.dialtone.testing.JournalEntries.get;
import static dev.dialtone.testing.JournalEntries.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal.Entry;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that says no, or not in time: what it hits fails alone, and shows no number. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class JdbcJournalTroubleTest extends WatchedJournal {
  JdbcJournalTroubleTest(TestDatabase kind) {
    super(kind);
  }

  @Test
  void append_oneBadAmongGood_failsAlone() throws InterruptedException {
    get(append(ticket(9), Step.INTENT));
    Ticket good = ticket(1);
    var tooLong =
        new Ticket(
            good.namespace(),
            good.operation(),
            NUMBER + "-" + "x".repeat(300),
            good.region(),
            good.account(),
            good.startedAt(),
            good.deadline(),
            good.numberId(),
            new TreeMap<>(good.parameters()),
            good.before());
    List<CompletionStage<Void>> stages =
        together(
            List.of(
                () -> append(good, Step.INTENT),
                () -> append(tooLong, Step.INTENT),
                () -> append(ticket(9), Step.INTENT),
                () -> append(good, Step.SENDING),
                () -> append(accepted(1), Step.ACCEPTED)));
    get(stages.get(0));
    assertThat(failureOf(stages.get(1))).hasCauseInstanceOf(SQLException.class);
    assertThat(failureOf(stages.get(2))).hasMessageContaining("known").hasNoCause();
    get(stages.get(3));
    get(stages.get(4));
    assertThat(story(good)).containsExactly(Step.INTENT, Step.SENDING, Step.ACCEPTED);
  }

  @Test
  void append_rowLockedByAnother_failsInTimeAndAloneAndWorksAfterwards() throws Exception {
    get(append(ticket(1), Step.INTENT));
    get(append(ticket(2), Step.INTENT));
    try (Connection another = database.getConnection()) {
      another.setAutoCommit(false);
      another
          .createStatement()
          .executeUpdate(
              "UPDATE dialtone_operation SET detail = 'held' WHERE id = '" + ticket(1).id() + "'");
      List<CompletionStage<Void>> stages =
          together(
              List.of(
                  () -> append(ticket(1), Step.SENDING), () -> append(ticket(2), Step.SENDING)));
      failureOf(stages.get(0));
      get(stages.get(1));
      failureOf(journal.take(ticket(1).id(), ME, NOW));
      // What concerns many operations goes round the one that is held.
      get(journal.renew(ME, NOW));
      assertThat(get(journal.takeOpen(ticket -> true, ME, NOW))).hasSize(2);
      get(journal.giveUp(ME));
      assertThat(get(journal.takeOpen(ticket -> true, "owner-other", NOW)))
          .extracting(known -> known.owner().orElseThrow())
          .containsExactly(ME, "owner-other");
      another.rollback();
    }
    get(append(ticket(1), Step.SENDING));
    assertThat(story(ticket(1))).containsExactly(Step.INTENT, Step.SENDING);
  }

  @Test
  void append_databaseTakesNoRow_failsAndShowsNothingOfIt() {
    get(append(ticket(1), Step.INTENT));
    TestDatabase.run(
        database, "ALTER TABLE dialtone_entry ADD CONSTRAINT no_more CHECK (entry_no < 2)");
    var told = new Entry(accepted(1), Step.NOTE, NOW, "number " + NUMBER, ME);
    for (int i = 0; i < 3; i++) {
      failureOf(journal.append(told));
    }
    assertThat(failureOf(append(accepted(1), Step.ACCEPTED)))
        .hasMessageContaining("nothing was written")
        .hasCauseInstanceOf(SQLException.class);
    assertThat(get(journal.take(ticket(1).id(), ME, NOW)).orElseThrow().reached())
        .isEqualTo(Step.INTENT);
    TestDatabase.run(database, "ALTER TABLE dialtone_entry DROP CONSTRAINT no_more");
    get(append(accepted(1), Step.ACCEPTED));
    assertThat(story(ticket(1))).containsExactly(Step.INTENT, Step.ACCEPTED);
  }

  @Test
  void anything_schemaOfANewerVersion_failsAndWritesNothing() throws Exception {
    journal.close();
    TestDatabase.run(database, "INSERT INTO dialtone_schema (version) VALUES (99)");
    try (var old = new JdbcOperationJournal(database)) {
      for (CompletionStage<?> stage :
          List.of(
              old.append(entry(ticket(1), Step.INTENT, NOW, ME)),
              old.take(ticket(1).id(), ME, NOW),
              old.takeOpen(ticket -> true, ME, NOW),
              old.renew(ME, NOW),
              old.giveUp(ME),
              old.story(ticket(1).id()))) {
        assertThat(failureOf(stage))
            .hasMessage(
                "the journal's tables are of version 99, and this library knows versions up to 1;"
                    + " nothing was written: use the newer version of the library");
      }
    }
    try (Connection connection = database.getConnection();
        var rows =
            connection.createStatement().executeQuery("SELECT COUNT(*) FROM dialtone_operation")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void takeOpen_ticketOfANewerLibrary_failsAndTakesNothing() {
    get(append(ticket(1), Step.INTENT));
    get(journal.giveUp(ME));
    TestDatabase.run(
        database,
        "UPDATE dialtone_operation SET ticket = REPLACE(ticket, 'dialtone2', 'dialtone9')");
    assertThat(failureOf(journal.takeOpen(ticket -> true, ME, NOW)))
        .hasMessageContaining(ticket(1).id())
        .hasMessageContaining("version 2");
    TestDatabase.run(
        database,
        "UPDATE dialtone_operation SET ticket = REPLACE(ticket, 'dialtone9', 'dialtone2')");
    assertThat(get(journal.takeOpen(ticket -> true, "owner-other", NOW)))
        .singleElement()
        .satisfies(known -> assertThat(known.owner()).contains("owner-other"));
  }
}

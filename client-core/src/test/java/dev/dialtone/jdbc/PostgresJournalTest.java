package dev.dialtone.jdbc;

import static dev.dialtone.testing.JournalEntries.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.JournalEntries;
import dev.dialtone.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class PostgresJournalTest extends JdbcJournalContract {
  PostgresJournalTest() {
    super(TestDatabase.POSTGRESQL);
  }

  @Test
  void append_connectionsEndedByTheServer_isWrittenAllTheSame() {
    append(ticket(1), Step.INTENT, ME);
    TestDatabase.run(
        source(),
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    append(ticket(1), Step.SENDING, ME);
    assertThat(JournalEntries.get(elsewhere().story(ticket(1).id()))).hasSize(2);
  }
}

package dev.dialtone.jdbc;

import dev.dialtone.testing.TestDatabase;

class PostgresJournalTest extends JdbcJournalContract {
  PostgresJournalTest() {
    super(TestDatabase.POSTGRESQL);
  }
}

package dev.dialtone.jdbc;

import dev.dialtone.testing.TestDatabase;

class H2FileJournalTest extends JdbcJournalContract {
  H2FileJournalTest() {
    super(TestDatabase.H2_FILE);
  }
}

package dev.dialtone.jdbc;

import dev.dialtone.testing.TestDatabase;

class H2MemoryJournalTest extends JdbcJournalContract {
  H2MemoryJournalTest() {
    super(TestDatabase.H2_MEMORY);
  }
}

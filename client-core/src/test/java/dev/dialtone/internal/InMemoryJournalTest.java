package dev.dialtone.internal;

import dev.dialtone.spi.OperationJournal;
import dev.dialtone.testing.OperationJournalContract;
import java.time.Duration;

class InMemoryJournalTest extends OperationJournalContract {
  private final InMemoryJournal journal = new InMemoryJournal();

  @Override
  protected OperationJournal journal() {
    return journal;
  }

  @Override
  protected OperationJournal elsewhere() {
    return journal;
  }

  @Override
  protected void outlastLeases(Duration lease) {
    // Its clock is the time that it is told.
  }
}

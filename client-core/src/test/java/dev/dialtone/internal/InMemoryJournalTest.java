package dev.dialtone.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.OperationJournal;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.JournalEntries;
import dev.dialtone.testing.OperationJournalContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryJournalTest extends OperationJournalContract {
  private final InMemoryJournal journal = new InMemoryJournal();

  @Test
  void story_ofAnything_isRefused() {
    append(JournalEntries.ticket(1), Step.INTENT, ME);
    assertThat(journal.story(JournalEntries.ticket(1).id()))
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(UnsupportedOperationException.class);
  }

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

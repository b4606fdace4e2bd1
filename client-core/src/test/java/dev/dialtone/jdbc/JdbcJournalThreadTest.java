package dev.dialtone.jdbc;

import static dev.dialtone.testing.JournalEntries.entry;
import static dev.dialtone.testing.JournalEntries.get;
import static dev.dialtone.testing.JournalEntries.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who waits for whom. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class JdbcJournalThreadTest extends WatchedJournal {
  JdbcJournalThreadTest(TestDatabase kind) {
    super(kind);
  }

  @Test
  void append_hundredWaiting_areOneTransaction() throws InterruptedException {
    List<Supplier<CompletionStage<Void>>> asked = new ArrayList<>();
    for (int n = 1; n <= 100; n++) {
      Ticket ticket = ticket(n);
      asked.add(() -> append(ticket, Step.INTENT));
    }
    together(asked).forEach(stage -> get(stage));
    // The one that kept it busy, and all others.
    assertThat(watched.commits.get()).isEqualTo(2);
  }

  @Test
  void append_connectingTakesForEver_neverBlocksTheCaller() throws InterruptedException {
    var connects = new CountDownLatch(1);
    var other = new WatchedSource(database);
    other.connecting = () -> awaitQuietly(connects);
    try (var slow = new JdbcOperationJournal(other.source())) {
      var stage = slow.append(entry(ticket(1), Step.INTENT, NOW, ME)).toCompletableFuture();
      assertThat(stage).isNotDone();
      connects.countDown();
      get(stage);
    }
  }

  @Test
  void close_withWorkWaiting_doesItAndTakesNoMore() throws InterruptedException {
    List<CompletionStage<Void>> stages =
        together(
            List.of(() -> append(ticket(1), Step.INTENT), () -> append(ticket(1), Step.SENDING)));
    journal.close();
    assertThat(stages).allSatisfy(stage -> assertThat(stage.toCompletableFuture()).isCompleted());
    assertThat(failureOf(append(ticket(2), Step.INTENT))).hasMessage("the journal is closed");
    journal.close();
  }

  @Test
  void close_onTheJournalsOwnThread_doesNotWaitForItself() {
    get(append(ticket(1), Step.INTENT).thenRun(journal::close));
  }

  @Test
  void journal_leaseTooShortOrTooLong_isRefused() {
    for (Duration lease :
        List.of(Duration.ZERO, Duration.ofMillis(999), Duration.ofDays(1).plusMillis(1))) {
      assertThat(catchThrowable(() -> new JdbcOperationJournal(database, lease)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("lease");
    }
    assertThat(new JdbcOperationJournal(database).lease()).isEqualTo(Duration.ofSeconds(30));
  }
}

package dev.dialtone.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dialtone.spi.OperationJournal;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.JournalEntries;
import dev.dialtone.testing.LastingJournalContract;
import dev.dialtone.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a journal must do whose clock is a database's. */
abstract class JdbcJournalContract extends LastingJournalContract {
  private final DataSource source;
  private final JdbcOperationJournal journal;
  private final JdbcOperationJournal elsewhere;

  JdbcJournalContract(TestDatabase database) {
    source = database.fresh();
    journal = new JdbcOperationJournal(source);
    elsewhere = new JdbcOperationJournal(source);
  }

  final DataSource source() {
    return source;
  }

  @AfterEach
  void close() {
    journal.close();
    elsewhere.close();
  }

  @Override
  protected OperationJournal journal() {
    return journal;
  }

  @Override
  protected OperationJournal elsewhere() {
    return elsewhere;
  }

  @Override
  protected void outlastLeases(Duration lease) {
    TestDatabase.run(
        source,
        "UPDATE dialtone_operation SET lease_until = lease_until - INTERVAL '%d' SECOND"
            .formatted(lease.toSeconds() + 1));
  }

  @Test
  void take_leaseOfASecond_isGrantedOnceItHasReallyRunOut() {
    try (var brief = new JdbcOperationJournal(source, Duration.ofSeconds(1))) {
      long start = System.nanoTime();
      var ticket = JournalEntries.ticket(1);
      JournalEntries.get(
          brief.append(JournalEntries.entry(ticket, Step.INTENT, Instant.EPOCH, ME)));
      // A time that is wrong by years moves nothing.
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  JournalEntries.get(elsewhere.take(ticket.id(), OTHER, Instant.MAX))
                      .flatMap(Recorded::owner)
                      .equals(Optional.of(OTHER)));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    }
  }
}

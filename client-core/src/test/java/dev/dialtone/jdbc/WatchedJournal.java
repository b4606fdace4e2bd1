package dev.dialtone.jdbc;

import static dev.dialtone.testing.JournalEntries.NUMBER;
import static dev.dialtone.testing.JournalEntries.entry;
import static dev.dialtone.testing.JournalEntries.get;
import static dev.dialtone.testing.JournalEntries.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal.Entry;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** A journal on a database with somebody in the way, and what befalls it. */
abstract class WatchedJournal {
  static final String ME = "owner-me";
  static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

  final DataSource database;
  final WatchedSource watched;
  final JdbcOperationJournal journal;

  WatchedJournal(TestDatabase kind) {
    database = kind.fresh();
    watched = new WatchedSource(database);
    journal =
        new JdbcOperationJournal(watched.source(), Duration.ofSeconds(30), Duration.ofSeconds(2));
    // From here on the tables are there.
    get(journal.story(ticket(0).id()));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  CompletionStage<Void> append(Ticket ticket, Step step) {
    return journal.append(entry(ticket, step, NOW, ME));
  }

  /** As a driver may say it: with the number, and with the row. */
  static SQLException lost() {
    return new SQLException(
        "connection lost while writing " + NUMBER + ", " + ticket(1).encode(), "08006");
  }

  static WatchedSource.Incident once(WatchedSource.Incident incident) {
    var done = new AtomicBoolean();
    return () -> {
      if (done.compareAndSet(false, true)) {
        incident.happens();
      }
    };
  }

  static final WatchedSource.Incident LOST =
      () -> {
        throw lost();
      };

  static Throwable failureOf(CompletionStage<?> stage) {
    Throwable failure = catchThrowable(() -> get(stage));
    assertThat(failure).isInstanceOf(IllegalStateException.class);
    var told = new StringWriter();
    failure.printStackTrace(new PrintWriter(told));
    assertThat(told.toString()).doesNotContain("2065550100").doesNotContain("dialtone1.");
    return failure;
  }

  List<Step> story(Ticket ticket) {
    return get(journal.story(ticket.id())).stream().map(Entry::step).toList();
  }

  /** Makes the journal busy, so that all that is asked for meanwhile is done together. */
  <T> List<T> together(List<Supplier<T>> asked) throws InterruptedException {
    var busy = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    watched.executing =
        once(
            () -> {
              busy.countDown();
              awaitQuietly(goOn);
            });
    var unused = journal.story("any");
    busy.await();
    List<T> stages = asked.stream().map(Supplier::get).toList();
    watched.commits.set(0);
    goOn.countDown();
    return stages;
  }

  static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }
}

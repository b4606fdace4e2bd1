package dev.dialtone.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Does what waits together in one transaction; if that fails, each for itself, so that one cannot
 * fail the others. Confined to the journal thread.
 */
final class Transactions {
  /** What a database says to one of two who made the same row at once. */
  private static final String MADE_MEANWHILE = "23505";

  private final DataSource source;
  private final Duration patience;
  private final Deque<Deed<?>> undoings = new ArrayDeque<>();
  private @Nullable Session session;

  Transactions(DataSource source, Duration patience) {
    this.source = source;
    this.patience = patience;
  }

  void run(List<Work<?>> together) {
    if (session == null) {
      undo();
    }
    if (attempt(together) == null) {
      return;
    }
    long start = System.nanoTime();
    @Nullable Throwable hopeless = null;
    for (Work<?> alone : together) {
      @Nullable Throwable failure = hopeless == null ? attemptAlone(alone) : hopeless;
      if (failure != null) {
        alone.fail(failure).ifPresent(undoings::add);
        boolean slow = System.nanoTime() - start >= 2 * patience.toNanos();
        hopeless = session == null || slow ? failure : null;
      }
    }
  }

  /** Settles what is in doubt, if the database lets it, and gives the connection back. */
  void end() {
    undo();
    discard();
  }

  /** What failed stays, for the next connection. */
  private void undo() {
    while (!undoings.isEmpty() && attemptAlone(new Work<>(undoings.peek())) == null) {
      undoings.remove();
    }
  }

  private @Nullable Throwable attemptAlone(Work<?> work) {
    @Nullable Throwable failure = attempt(List.of(work));
    boolean again = failure instanceof SQLException sql && MADE_MEANWHILE.equals(sql.getSQLState());
    return again ? attempt(List.of(work)) : failure;
  }

  /** Null if it is committed; else what hindered it. */
  private @Nullable Throwable attempt(List<Work<?>> works) {
    boolean committing = false;
    try {
      Session current = session();
      for (Work<?> work : works) {
        work.doIn(current);
      }
      committing = true;
      current.commit();
    } catch (SQLException | RuntimeException | Error failure) {
      if (committing) {
        works.forEach(Work::doubt);
        discard();
      } else {
        rollback();
      }
      return failure;
    }
    works.forEach(Work::conclude);
    return null;
  }

  private Session session() throws SQLException {
    if (session == null) {
      session = Session.open(source, patience);
    }
    return session;
  }

  private void rollback() {
    try {
      if (session != null) {
        session.rollback();
      }
    } catch (SQLException | RuntimeException gone) {
      discard();
    }
  }

  private void discard() {
    if (session != null) {
      session.discard();
      session = null;
    }
  }
}

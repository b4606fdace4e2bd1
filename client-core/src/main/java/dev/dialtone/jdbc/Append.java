package dev.dialtone.jdbc;

import dev.dialtone.spi.OperationJournal.Entry;
import dev.dialtone.spi.OperationJournal.Step;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes an entry. Its mark is in the database if and only if the entry is, so that a second try
 * after a lost reply knows what became of the first.
 */
record Append(Operations operations, Entry entry, String mark) implements Deed<Void> {
  @Override
  public @Nullable Void in(Session session, boolean again) throws SQLException {
    String id = entry.ticket().id();
    if (again) {
      // The first try may be committing still: whoever has the row has decided.
      operations.lock(session, id);
      if (Entries.has(session, id, mark)) {
        return null;
      }
    }
    boolean isIntent = entry.step() == Step.INTENT;
    if ((isIntent || !operations.advance(session, entry)) && !operations.add(session, entry)) {
      throw new Refusal(
          isIntent
              ? "the operation is known to the journal already"
              : "another has taken the operation over");
    }
    Entries.add(session, entry, mark);
    return null;
  }

  /** An intent whose caller was told that it failed must not be sent by whoever finds it. */
  @Override
  public Optional<Deed<?>> undoing() {
    return entry.step() == Step.INTENT ? Optional.of(this::withdraw) : Optional.empty();
  }

  private @Nullable Void withdraw(Session session, boolean again) throws SQLException {
    String id = entry.ticket().id();
    operations.lock(session, id);
    // A commit that is under way still holds the key: to add it is to wait for the decision.
    boolean absent = operations.add(session, entry);
    if (absent || Entries.has(session, id, mark)) {
      if (operations.forget(session, id, entry.owner())) {
        Entries.forget(session, id);
      }
    }
    return null;
  }
}

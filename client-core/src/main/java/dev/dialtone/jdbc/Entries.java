package dev.dialtone.jdbc;

import dev.dialtone.spi.OperationJournal.Entry;
import dev.dialtone.spi.OperationJournal.Step;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The table of entries: one row an entry, only ever added to. */
final class Entries {
  private static final String ADD =
      "INSERT INTO dialtone_entry (operation, step, happened_at, detail, owner, ticket, mark)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String HAS = "SELECT 1 FROM dialtone_entry WHERE operation = ? AND mark = ?";
  private static final String STORY =
      "SELECT ticket, step, happened_at, detail, owner FROM dialtone_entry"
          + " WHERE operation = ? ORDER BY entry_no";
  private static final String FORGET = "DELETE FROM dialtone_entry WHERE operation = ?";

  private Entries() {}

  static void add(Session session, Entry entry, String mark) throws SQLException {
    PreparedStatement add = session.statement(ADD);
    add.setString(1, entry.ticket().id());
    add.setString(2, entry.step().name());
    add.setObject(3, Columns.time(entry.at()));
    add.setString(4, Columns.text(entry.detail()));
    add.setString(5, entry.owner());
    add.setString(6, entry.ticket().encode());
    add.setString(7, mark);
    add.executeUpdate();
  }

  static boolean has(Session session, String operation, String mark) throws SQLException {
    PreparedStatement has = session.statement(HAS);
    has.setString(1, operation);
    has.setString(2, mark);
    try (ResultSet row = has.executeQuery()) {
      return row.next();
    }
  }

  static List<Entry> of(Session session, String operation) throws SQLException {
    PreparedStatement story = session.statement(STORY);
    story.setString(1, operation);
    List<Entry> entries = new ArrayList<>();
    try (ResultSet row = story.executeQuery()) {
      while (row.next()) {
        entries.add(
            new Entry(
                Columns.ticket(operation, row.getString(1)),
                Step.valueOf(row.getString(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5)));
      }
    }
    return List.copyOf(entries);
  }

  static void forget(Session session, String operation) throws SQLException {
    PreparedStatement forget = session.statement(FORGET);
    forget.setString(1, operation);
    forget.executeUpdate();
  }
}

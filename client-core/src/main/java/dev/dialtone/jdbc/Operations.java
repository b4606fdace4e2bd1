package dev.dialtone.jdbc;

import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal.Entry;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.OperationJournal.Step;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The table of operations: one row each, with its owner and the owner's lease.
 *
 * <p>Every statement that changes an owner, or needs one, names the owner it expects in its own
 * condition. Under READ COMMITTED a statement that had to wait for another's row judges the row as
 * the other left it, so two never both succeed. Leases are judged by the database's clock at the
 * begin of the transaction: late for a lease that is taken from another, early for one's own.
 */
final class Operations {
  private static final String FREE =
      "(owner IS NULL OR owner = ? OR lease_until < CURRENT_TIMESTAMP)";
  private static final String RECORDED =
      "SELECT ticket, reached, ended, detail, owner, lease_until, id FROM dialtone_operation";

  private static final String LOCK = "SELECT id FROM dialtone_operation WHERE id = ? FOR UPDATE";
  private static final String NOTE =
      "UPDATE dialtone_operation SET ticket = ? WHERE id = ? AND (owner = ? OR owner IS NULL)";
  private static final String ONE = RECORDED + " WHERE id = ?";
  private static final String OPEN = RECORDED + " WHERE ended IS NULL ORDER BY started_at, id";
  private static final String GIVE_UP =
      "UPDATE dialtone_operation SET owner = NULL, lease_until = CURRENT_TIMESTAMP"
          + " WHERE owner = ? AND "
          + unlocked("owner = ? AND lease_until > CURRENT_TIMESTAMP");
  private static final String FORGET =
      "DELETE FROM dialtone_operation"
          + " WHERE id = ? AND owner = ? AND reached = 'INTENT' AND ended IS NULL";

  private final String add;
  private final String advance;
  private final String take;
  private final String takeOpen;
  private final String renew;

  Operations(Duration lease) {
    String until =
        "CURRENT_TIMESTAMP + INTERVAL '%d.%03d' SECOND"
            .formatted(lease.toSeconds(), lease.toMillisPart());
    add =
        "INSERT INTO dialtone_operation"
            + " (id, ticket, started_at, reached, ended, detail, owner, lease_until)"
            + " SELECT CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
            + " CAST(? AS TIMESTAMP WITH TIME ZONE), CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
            + (" CAST(? AS VARCHAR), CAST(? AS VARCHAR), " + until)
            + " WHERE NOT EXISTS (SELECT 1 FROM dialtone_operation WHERE id = ?)";
    advance =
        "UPDATE dialtone_operation SET ticket = ?, reached = COALESCE(CAST(? AS VARCHAR), reached),"
            + (" ended = ?, detail = ?, owner = ?, lease_until = " + until)
            + " WHERE id = ? AND (owner = ? OR owner IS NULL)";
    String takes = "UPDATE dialtone_operation SET owner = ?, lease_until = " + until + " WHERE ";
    take = takes + "id = ? AND " + FREE;
    takeOpen = takes + "id = ? AND " + unlocked("id = ? AND ended IS NULL AND " + FREE);
    renew =
        ("UPDATE dialtone_operation SET lease_until = " + until)
            + (" WHERE owner = ? AND " + unlocked("owner = ? AND ended IS NULL"));
  }

  /** Not one row that somebody else holds may keep the others waiting. */
  private static String unlocked(String condition) {
    return "id IN (SELECT id FROM dialtone_operation WHERE "
        + condition
        + " FOR UPDATE SKIP LOCKED)";
  }

  /** Makes an operation known; false if it is. */
  boolean add(Session session, Entry entry) throws SQLException {
    PreparedStatement statement = session.statement(add);
    setStrings(statement, 1, entry.ticket().id(), entry.ticket().encode());
    statement.setObject(3, Columns.time(entry.ticket().startedAt()));
    // Of what begins later than with its intent, nobody can say that it was never sent.
    @Nullable String reached = reached(entry.step());
    setStrings(statement, 4, reached == null ? Step.SENDING.name() : reached);
    setEnd(statement, 5, entry);
    setStrings(statement, 7, entry.owner(), entry.ticket().id());
    return statement.executeUpdate() > 0;
  }

  /** Writes what an entry changes; false if the operation is not known, or is another's. */
  boolean advance(Session session, Entry entry) throws SQLException {
    Ticket ticket = entry.ticket();
    if (entry.step() == Step.NOTE) {
      PreparedStatement note = session.statement(NOTE);
      setStrings(note, 1, ticket.encode(), ticket.id(), entry.owner());
      return note.executeUpdate() > 0;
    }
    PreparedStatement statement = session.statement(advance);
    setStrings(statement, 1, ticket.encode(), reached(entry.step()));
    setEnd(statement, 3, entry);
    setStrings(statement, 5, entry.owner(), ticket.id(), entry.owner());
    return statement.executeUpdate() > 0;
  }

  /** Waits until nobody else has the row, if there is one. */
  void lock(Session session, String id) throws SQLException {
    PreparedStatement statement = session.statement(LOCK);
    setStrings(statement, 1, id);
    statement.executeQuery().close();
  }

  Optional<Recorded> take(Session session, String id, String owner) throws SQLException {
    PreparedStatement statement = session.statement(take);
    setStrings(statement, 1, owner, id, owner);
    statement.executeUpdate();
    PreparedStatement one = session.statement(ONE);
    setStrings(one, 1, id);
    return recorded(one).stream().findFirst();
  }

  List<Recorded> takeOpen(Session session, Predicate<Ticket> which, String owner)
      throws SQLException {
    PreparedStatement statement = session.statement(takeOpen);
    for (Recorded open : open(session, which)) {
      String id = open.ticket().id();
      setStrings(statement, 1, owner, id, id, owner);
      statement.executeUpdate();
    }
    return open(session, which);
  }

  private static List<Recorded> open(Session session, Predicate<Ticket> which) throws SQLException {
    return recorded(session.statement(OPEN)).stream()
        .filter(open -> which.test(open.ticket()))
        .toList();
  }

  void renew(Session session, String owner) throws SQLException {
    PreparedStatement statement = session.statement(renew);
    setStrings(statement, 1, owner, owner);
    statement.executeUpdate();
  }

  void giveUp(Session session, String owner) throws SQLException {
    PreparedStatement statement = session.statement(GIVE_UP);
    setStrings(statement, 1, owner, owner);
    statement.executeUpdate();
  }

  /** Forgets what never got further than its intent; false if it has, or is another's. */
  boolean forget(Session session, String id, String owner) throws SQLException {
    PreparedStatement statement = session.statement(FORGET);
    setStrings(statement, 1, id, owner);
    return statement.executeUpdate() > 0;
  }

  private static List<Recorded> recorded(PreparedStatement query) throws SQLException {
    List<Recorded> all = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        all.add(
            new Recorded(
                Columns.ticket(row.getString(7), row.getString(1)),
                Step.valueOf(row.getString(2)),
                Optional.ofNullable(row.getString(3)).map(Step::valueOf),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                row.getObject(6, OffsetDateTime.class).toInstant()));
      }
    }
    return List.copyOf(all);
  }

  private static @Nullable String reached(Step step) {
    return step.isEnd() || step == Step.NOTE ? null : step.name();
  }

  /** The two columns of the end. */
  private static void setEnd(PreparedStatement statement, int at, Entry entry) throws SQLException {
    boolean isEnd = entry.step().isEnd();
    setStrings(statement, at, isEnd ? entry.step().name() : null);
    setStrings(statement, at + 1, isEnd ? Columns.text(entry.detail()) : "");
  }

  private static void setStrings(PreparedStatement statement, int first, @Nullable String... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        statement.setNull(first + i, Types.VARCHAR);
      } else {
        statement.setString(first + i, values[i]);
      }
    }
  }
}

package dev.dialtone.jdbc;

import static java.util.stream.Collectors.toSet;

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
import java.util.Set;
import java.util.function.Function;
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
      "(owner IS NULL OR owner = ? OR lease_until < CURRENT_TIMESTAMP OR ended IS NOT NULL)";
  private static final String RECORDED =
      "SELECT ticket, reached, ended, detail, owner, lease_until, id FROM dialtone_operation";

  private static final String LOCK = "SELECT id FROM dialtone_operation WHERE id = ? FOR UPDATE";
  private static final String NOTE =
      "UPDATE dialtone_operation SET ticket = ? WHERE id = ? AND (owner = ? OR owner IS NULL)";
  private static final String ONE = RECORDED + " WHERE id = ?";
  private static final String OPEN = RECORDED + " WHERE ended IS NULL ORDER BY started_at, id";
  private static final String GIVE_UP =
      "UPDATE dialtone_operation SET owner = NULL, lease_until = CURRENT_TIMESTAMP"
          + " WHERE id = ? AND owner = ?";
  private static final String FORGET =
      "DELETE FROM dialtone_operation"
          + " WHERE id = ? AND owner = ? AND reached = 'INTENT' AND ended IS NULL";

  private final String add;
  private final String advance;
  private final String take;
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
    take =
        ("UPDATE dialtone_operation SET owner = ?, lease_until = " + until)
            + (" WHERE id = ? AND " + FREE);
    renew =
        ("UPDATE dialtone_operation SET lease_until = " + until) + " WHERE id = ? AND owner = ?";
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
    Set<String> ids =
        open(session, which).stream().map(open -> open.ticket().id()).collect(toSet());
    eachFound(
        session,
        "ended IS NULL AND " + FREE,
        owner,
        take,
        id -> ids.contains(id) ? List.of(owner, id, owner) : List.of());
    return open(session, which);
  }

  private static List<Recorded> open(Session session, Predicate<Ticket> which) throws SQLException {
    return recorded(session.statement(OPEN)).stream()
        .filter(open -> which.test(open.ticket()))
        .toList();
  }

  void renew(Session session, String owner) throws SQLException {
    eachFound(session, "owner = ? AND ended IS NULL", owner, renew, id -> List.of(id, owner));
  }

  void giveUp(Session session, String owner) throws SQLException {
    String held = "owner = ? AND lease_until > CURRENT_TIMESTAMP";
    eachFound(session, held, owner, GIVE_UP, id -> List.of(id, owner));
  }

  /**
   * Changes each row of a condition that has values, but those that somebody else holds: they may
   * not keep the others waiting. One by one, as H2 needs a minute for some thousands in one
   * statement.
   */
  private static void eachFound(
      Session session,
      String condition,
      String owner,
      String statement,
      Function<String, List<String>> values)
      throws SQLException {
    PreparedStatement find =
        session.statement(
            ("SELECT id FROM dialtone_operation WHERE " + condition)
                + " ORDER BY id FOR UPDATE SKIP LOCKED");
    setStrings(find, 1, owner);
    PreparedStatement each = session.statement(statement);
    each.clearBatch();
    boolean found = false;
    try (ResultSet row = find.executeQuery()) {
      while (row.next()) {
        List<String> change = values.apply(row.getString(1));
        if (!change.isEmpty()) {
          setStrings(each, 1, change.toArray(String[]::new));
          each.addBatch();
          found = true;
        }
      }
    }
    if (found) {
      each.executeBatch();
    }
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

package dev.dialtone.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables, made on first use and brought up to what this library knows. Several processes may do
 * so at once: whoever is second fails on what the first has made, and looks again.
 */
final class Schema {
  private static final int TRIES = 5;

  /**
   * The statements that lead from each version to the next. They must never change once released,
   * and each can run again where it ran before: not every database takes back what made a table.
   */
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              """
              CREATE TABLE IF NOT EXISTS dialtone_schema (
                version INTEGER NOT NULL PRIMARY KEY,
                since TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL)
              """,
              """
              CREATE TABLE IF NOT EXISTS dialtone_operation (
                id VARCHAR(200) NOT NULL PRIMARY KEY,
                ticket VARCHAR NOT NULL,
                started_at TIMESTAMP WITH TIME ZONE NOT NULL,
                reached VARCHAR(20) NOT NULL,
                ended VARCHAR(20),
                detail VARCHAR NOT NULL,
                owner VARCHAR(200),
                lease_until TIMESTAMP WITH TIME ZONE NOT NULL)
              """,
              """
              CREATE TABLE IF NOT EXISTS dialtone_entry (
                operation VARCHAR(200) NOT NULL,
                entry_no BIGINT GENERATED ALWAYS AS IDENTITY,
                step VARCHAR(20) NOT NULL,
                happened_at TIMESTAMP WITH TIME ZONE NOT NULL,
                detail VARCHAR NOT NULL,
                owner VARCHAR(200) NOT NULL,
                ticket VARCHAR NOT NULL,
                mark VARCHAR(60) NOT NULL,
                PRIMARY KEY (operation, entry_no))
              """,
              "CREATE INDEX IF NOT EXISTS dialtone_operation_ended ON dialtone_operation (ended)",
              "CREATE INDEX IF NOT EXISTS dialtone_operation_owner ON dialtone_operation (owner)"));

  private Schema() {}

  /**
   * Leaves the tables as this library knows them.
   *
   * @throws Refusal if a newer library has changed them
   */
  static void bringUp(Session session) throws SQLException {
    for (int left = TRIES; ; left--) {
      try {
        int version = version(session);
        if (version > STEPS.size()) {
          throw new Refusal(
              ("the journal's tables are of version %d, and this library knows versions up to %d;"
                      + " nothing was written: use the newer version of the library")
                  .formatted(version, STEPS.size()));
        }
        for (int at = version; at < STEPS.size(); at++) {
          step(session, at);
        }
        return;
      } catch (SQLException another) {
        if (left == 1) {
          throw another;
        }
        session.rollback();
      }
    }
  }

  /** The version is written last: where making a table commits, it tells that all are there. */
  private static void step(Session session, int at) throws SQLException {
    for (String statement : STEPS.get(at)) {
      session.execute(statement);
    }
    session.execute("INSERT INTO dialtone_schema (version) VALUES (" + (at + 1) + ")");
    session.commit();
  }

  /** The version of the tables; 0 if there are none. */
  private static int version(Session session) throws SQLException {
    try (ResultSet row =
        session.statement("SELECT MAX(version) FROM dialtone_schema").executeQuery()) {
      return row.next() ? row.getInt(1) : 0;
    } catch (SQLException missing) {
      if (!isSyntaxOrName(missing)) {
        throw missing;
      }
      session.rollback();
      return 0;
    } finally {
      // Nothing may stay open: a table cannot be changed while another transaction has read it.
      session.rollback();
    }
  }

  private static boolean isSyntaxOrName(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && state.startsWith("42");
  }
}

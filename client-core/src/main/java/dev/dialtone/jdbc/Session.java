package dev.dialtone.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connection and its statements. Confined to the journal thread. */
final class Session {
  /** More than the database needs to tell that a statement took too long. */
  private static final int ANSWER_SECONDS = 5;

  private final Connection connection;
  private final int patienceSeconds;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private Session(Connection connection, int patienceSeconds) {
    this.connection = connection;
    this.patienceSeconds = patienceSeconds;
  }

  /** A session whose tables are there, and of the version that this library knows. */
  static Session open(DataSource source, Duration patience) throws SQLException {
    var session = new Session(source.getConnection(), (int) patience.toSeconds());
    try {
      session.prepare();
      Schema.bringUp(session);
      return session;
    } catch (SQLException | RuntimeException | Error failure) {
      session.discard();
      throw failure;
    }
  }

  private void prepare() throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    try {
      // A query's own time-out is told by the database; this is for one that tells nothing.
      connection.setNetworkTimeout(Runnable::run, (patienceSeconds + ANSWER_SECONDS) * 1000);
    } catch (SQLFeatureNotSupportedException embedded) {
      // There is no network.
    }
  }

  /** A statement of this session, which the session closes. */
  PreparedStatement statement(String sql) throws SQLException {
    @Nullable PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      known.setQueryTimeout(patienceSeconds);
      prepared.put(sql, known);
    }
    return known;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(patienceSeconds);
      statement.execute(sql);
    }
  }

  void commit() throws SQLException {
    connection.commit();
  }

  /** Takes back everything since the last commit; afterwards it can be used again, or throws. */
  void rollback() throws SQLException {
    connection.rollback();
  }

  /** Closes the connection, whatever state it is in; what is not committed is taken back. */
  void discard() {
    try (connection) {
      connection.rollback();
    } catch (SQLException | RuntimeException gone) {
      // Who discards it has no use for it any more, nor for what it says.
    }
  }
}

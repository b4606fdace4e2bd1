package dev.dialtone.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What a journal holds, asked of its database. */
final class Rows {
  private static final String UNDEFINED_TABLE = "42";

  private Rows() {}

  /** How many operations the journal knows that have not ended. */
  static int open(DataSource journal) {
    return count(journal, "SELECT COUNT(*) FROM dialtone_operation WHERE ended IS NULL");
  }

  /** How many operations the journal knows. */
  static int all(DataSource journal) {
    return count(journal, "SELECT COUNT(*) FROM dialtone_operation");
  }

  private static int count(DataSource journal, String query) {
    try (Connection connection = journal.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException failure) {
      String state = String.valueOf(failure.getSQLState());
      if (state.startsWith(UNDEFINED_TABLE)) {
        return 0; // Killed before it had made them.
      }
      throw new IllegalStateException(failure);
    }
  }
}

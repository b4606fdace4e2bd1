package dev.dialtone.jdbc;

import dev.dialtone.model.Masked;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a driver threw, without what it tells of a row: some show the values, and a ticket holds the
 * phone number.
 */
final class SafeCause {
  private static final Pattern TICKET = Pattern.compile("dialtone\\d+\\.[A-Za-z0-9_-]*");
  private static final int DEEPEST = 20;

  private SafeCause() {}

  static SQLException of(Throwable caught) {
    return standIn(caught, DEEPEST);
  }

  private static SQLException standIn(Throwable caught, int depth) {
    var safe =
        caught instanceof SQLException sql
            ? new SQLException(text(caught), sql.getSQLState(), sql.getErrorCode())
            : new SQLException(text(caught));
    @Nullable Throwable cause = caught.getCause();
    if (cause != null && depth > 0) {
      safe.initCause(standIn(cause, depth - 1));
    }
    safe.setStackTrace(caught.getStackTrace());
    return safe;
  }

  /** In one line, as messages are. */
  private static String text(Throwable caught) {
    String line = caught.toString().replaceAll("\\s+", " ");
    return Masked.inText(TICKET.matcher(line).replaceAll("(ticket)"));
  }
}

package dev.dialtone.jdbc;

import dev.dialtone.model.Ticket;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Values as both databases keep them. */
final class Columns {
  private Columns() {}

  /** Cut to microseconds, which is what PostgreSQL keeps; it would round. */
  static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** Without the one character that PostgreSQL refuses in a text. */
  static String text(String any) {
    return any.replace('\u0000', '\uFFFD');
  }

  /**
   * The ticket of an operation.
   *
   * @throws IllegalStateException if it is damaged, or a newer library's
   */
  static Ticket ticket(String id, String text) {
    try {
      return Ticket.decode(text);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalStateException(
          "the ticket of operation " + id + " cannot be read: " + unreadable.getMessage());
    }
  }
}

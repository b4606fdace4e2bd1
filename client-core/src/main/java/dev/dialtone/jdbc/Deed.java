package dev.dialtone.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to do in a transaction. It may be done again after a failure, also after one that left
 * unknown whether the first time was committed, and has its effect once.
 */
interface Deed<T> {
  /**
   * Does it; null if there is nothing to tell.
   *
   * @param session with a transaction, which may hold what others did
   * @param again whether it was tried before
   * @throws Refusal if it must not be done; then it has written nothing
   */
  @Nullable T in(Session session, boolean again) throws SQLException;

  /** What to do, once the database answers again, if nobody knows whether this was committed. */
  default Optional<Deed<?>> undoing() {
    return Optional.empty();
  }
}

package dev.dialtone.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A deed and its stage. Only the journal thread touches more of it than the stage. */
final class Work<T> {
  private final Deed<T> deed;
  private final CompletableFuture<T> stage = new CompletableFuture<>();
  private Runnable conclusion = () -> {};
  private boolean tried;
  private boolean inDoubt;

  Work(Deed<T> deed) {
    this.deed = deed;
  }

  CompletableFuture<T> stage() {
    return stage;
  }

  /** Does the deed, and keeps what came of it until the commit. */
  void doIn(Session session) throws SQLException {
    boolean again = tried;
    tried = true;
    try {
      @Nullable T result = deed.in(session, again);
      conclusion = () -> stage.complete(result);
    } catch (Refusal refusal) {
      conclusion = () -> stage.completeExceptionally(refusal);
    }
  }

  /** Nobody knows whether the deed was committed. */
  void doubt() {
    inDoubt = true;
  }

  /** The transaction is committed. */
  void conclude() {
    conclusion.run();
  }

  /** It is given up for good; there may be something to undo. */
  Optional<Deed<?>> fail(Throwable caught) {
    Optional<Deed<?>> undoing = inDoubt ? deed.undoing() : Optional.empty();
    stage.completeExceptionally(caught instanceof Refusal ? caught : failure(caught));
    return undoing;
  }

  private IllegalStateException failure(Throwable caught) {
    SQLException safe = SafeCause.of(caught);
    return new IllegalStateException(
        (inDoubt
                ? "the journal's database failed during a commit, and it is not known whether this"
                    + " was written: "
                : "the journal's database failed, and nothing was written: ")
            + safe.getMessage(),
        safe);
  }
}

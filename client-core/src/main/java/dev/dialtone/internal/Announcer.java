package dev.dialtone.internal;

import dev.dialtone.model.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts, knows where one operation stands and tells its listeners, in order, on the executor for
 * callers' code. Confined to the engine, but for {@link #latest()}.
 */
final class Announcer {
  private final Engine engine;
  private volatile Standing latest =
      new Standing(Stage.STARTED, 0, 0, Optional.empty(), Optional.empty());
  private @Nullable SerialExecutor inOrder;
  private List<Consumer<Standing>> listeners = List.of();
  private Instant sentAt = Instant.MIN;
  private int attempts;
  private int looks;

  Announcer(Engine engine) {
    this.engine = engine;
  }

  Standing latest() {
    return latest;
  }

  /** The call was sent so often by now. */
  void sent(int attempt) {
    if (attempts == 0 && attempt > 0) {
      sentAt = engine.timer().now();
    }
    attempts = attempt;
  }

  int attempts() {
    return attempts;
  }

  /** When the call was first sent; before that it can have had no effect. */
  Instant sentAt() {
    return sentAt;
  }

  void looked() {
    looks++;
  }

  void reach(Stage stage) {
    reach(stage, Optional.empty(), Optional.empty());
  }

  void reach(Stage stage, Optional<String> seen, Optional<Instant> nextLook) {
    tell(new Standing(stage, attempts, looks, seen.or(latest::lastStatus), nextLook));
  }

  /** Tells this listener where it stands now, and each change from here on. */
  void add(Consumer<Standing> listener) {
    if (inOrder == null) {
      inOrder = SerialExecutor.on(engine::callback);
      listeners = new ArrayList<>(1);
    }
    listeners.add(listener);
    Standing now = latest;
    inOrder.execute(() -> listener.accept(now));
  }

  private void tell(Standing standing) {
    latest = standing;
    if (inOrder != null) {
      for (Consumer<Standing> listener : listeners) {
        inOrder.execute(() -> listener.accept(standing));
      }
    }
  }
}

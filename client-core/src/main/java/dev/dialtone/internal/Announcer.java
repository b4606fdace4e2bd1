package dev.dialtone.internal;

import dev.dialtone.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows where one operation stands and tells its listeners, in order, on the executor for callers'
 * code. Confined to the engine, but for {@link #latest()}.
 */
final class Announcer {
  private final Engine engine;
  private volatile Standing latest =
      new Standing(Stage.STARTED, 0, 0, Optional.empty(), Optional.empty());
  private @Nullable SerialExecutor inOrder;
  private List<Consumer<Standing>> listeners = List.of();

  Announcer(Engine engine) {
    this.engine = engine;
  }

  Standing latest() {
    return latest;
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

  void tell(Standing standing) {
    latest = standing;
    if (inOrder != null) {
      for (Consumer<Standing> listener : listeners) {
        inOrder.execute(() -> listener.accept(standing));
      }
    }
  }
}

package dev.dialtone.internal;

import dev.dialtone.model.Stage;
import dev.dialtone.spi.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts, knows where one operation stands and tells its listeners, in order, on the executor for
 * callers' code. Confined to the engine, but for {@link #latest}.
 */
final class Announcer {
  private static final long NEVER = Long.MIN_VALUE;

  private @Nullable Listeners listeners;
  private Stage stage = Stage.STARTED;
  private @Nullable String seen;
  private long nextLookAt = NEVER;
  private long sentAtMillis = NEVER;
  private int attempts;
  private int looks;

  /** Made when it is asked for: very many operations may wait, and few are asked. */
  Standing latest(Engine engine) {
    Instant now = engine.timer().now(); // No foreign code under a lock.
    long nanos = engine.nanoTime();
    synchronized (this) {
      Optional<Instant> nextLook =
          nextLookAt == NEVER ? Optional.empty() : Optional.of(now.plusNanos(nextLookAt - nanos));
      return new Standing(stage, attempts, looks, Optional.ofNullable(seen), nextLook);
    }
  }

  /** The call was sent so often by now. */
  void sent(int attempt, Timer timer) {
    if (attempts == 0 && attempt > 0) {
      sentAtMillis = timer.now().toEpochMilli();
    }
    synchronized (this) {
      attempts = attempt;
    }
  }

  int attempts() {
    return attempts;
  }

  /** When the call was first sent; before that it can have had no effect. */
  Optional<Instant> sentAt() {
    return sentAtMillis == NEVER
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(sentAtMillis));
  }

  synchronized void looked() {
    looks++;
  }

  /** It has got so far, and looks no more. */
  void reach(Stage next) {
    tell(next, seen, NEVER);
  }

  /** It has seen that. */
  void sees(Stage looking, String now) {
    tell(looking, now, NEVER);
  }

  /** It looks again then, by the engine's clock, and has seen that; null if nothing yet. */
  void looks(Stage looking, @Nullable String last, long nextAt) {
    tell(looking, last == null ? seen : last, nextAt);
  }

  private void tell(Stage next, @Nullable String nowSeen, long nextAt) {
    synchronized (this) {
      stage = next;
      seen = nowSeen;
      nextLookAt = nextAt;
    }
    if (listeners != null) {
      listeners.tell(latest(listeners.engine()));
    }
  }

  /** Tells this listener where it stands now, and each change from here on. */
  void add(Consumer<Standing> listener, Engine engine) {
    if (listeners == null) {
      listeners = new Listeners(engine, SerialExecutor.on(engine::callback), new ArrayList<>(1));
    }
    listeners.all().add(listener);
    Standing now = latest(engine);
    listeners.inOrder().execute(() -> listener.accept(now));
  }

  private record Listeners(Engine engine, SerialExecutor inOrder, List<Consumer<Standing>> all) {
    void tell(Standing standing) {
      all.forEach(listener -> inOrder.execute(() -> listener.accept(standing)));
    }
  }
}

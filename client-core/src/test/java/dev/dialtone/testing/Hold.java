package dev.dialtone.testing;

import dev.dialtone.spi.Call;
import dev.dialtone.spi.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Keeps the answer of a request back until {@link #release()}, whatever its time-out; the effect
 * comes at once. This class is thread-safe.
 */
public final class Hold implements Fault {
  private final CompletableFuture<Void> released = new CompletableFuture<>();
  private final Fault then;

  /** Keeps back the service's own answer. */
  public Hold() {
    this(Fault.none());
  }

  /** Keeps back the answer of another fault. */
  public Hold(Fault then) {
    this.then = then;
  }

  @Override
  public <T> CompletionStage<T> answer(
      Supplier<CompletionStage<T>> effect, Call call, Timer timer) {
    CompletionStage<T> early = then.answer(effect, call, timer);
    return released.thenCompose(now -> early);
  }

  /** Lets the answer go, on this thread. */
  public void release() {
    released.complete(null);
  }

  static <T> void pass(CompletionStage<T> from, CompletableFuture<T> to) {
    from.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            to.complete(value);
          } else {
            to.completeExceptionally(failure);
          }
        });
  }
}

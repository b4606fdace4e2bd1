package dev.dialtone.internal;

import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Something under way, and its end. The inner future is completed inside the engine and never
 * handed out; callers get copies that complete on the executor for callers' code.
 */
public abstract class Task<T> {
  private static final int MOST_AWAITS_SHOWN = 4;

  final Engine engine;
  private final long startedNanos;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private volatile @Nullable List<CountDownLatch> waiters;

  Task(Engine engine) {
    this.engine = engine;
    this.startedNanos = engine.timer().nanoTime();
  }

  /** Begins; inside the engine. */
  abstract void begin();

  /** Ends for this reason, unless it has ended; inside the engine. */
  abstract void stop(Reason reason);

  /** What it calls. */
  abstract ApiOperation api();

  /** How to speak of it, for example {@code claim of *******0100}. */
  abstract String subject();

  /** Where it stands, in words, for example {@code IN_PROGRESS after 7 looks}. */
  abstract String standing();

  /** How often that call was sent. */
  abstract int attempts(ApiOperation of);

  /** What to do now, with what there always is to mind. */
  String advice(String now) {
    return now;
  }

  abstract Optional<Ticket> currentTicket();

  /** Waits for the end, at most this long. An interrupt restores the flag and ends the wait. */
  public final T await(Duration patience) {
    if (!result.isDone() && !patience.isNegative() && !patience.isZero()) {
      waitFor(patience);
    }
    if (!result.isDone()) {
      throw still(Reason.PATIENCE);
    }
    try {
      return result.get();
    } catch (ExecutionException ended) {
      if (ended.getCause() instanceof PhoneNumberException failure) {
        if (failure.getSuppressed().length < MOST_AWAITS_SHOWN) {
          failure.addSuppressed(new AwaitedHere());
        }
        throw failure;
      }
      throw new IllegalStateException(ended);
    } catch (InterruptedException impossibleWhenDone) {
      throw new IllegalStateException(impossibleWhenDone);
    }
  }

  private void waitFor(Duration patience) {
    var over = new CountDownLatch(1);
    List<CountDownLatch> all = waiters();
    all.add(over);
    Timeout timeout = engine.timer().after(patience, over::countDown);
    try {
      // A timer that was closed meanwhile wakes nobody; what ends at a close, ends within a second.
      boolean wasClosed = false;
      while (!result.isDone() && !over.await(1, TimeUnit.SECONDS) && !wasClosed) {
        wasClosed = engine.isClosed();
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw still(Reason.INTERRUPTED);
    } finally {
      timeout.cancel();
      all.remove(over);
    }
  }

  /** Those in await. Stages hung on the result would stay there after the wait is over. */
  private synchronized List<CountDownLatch> waiters() {
    List<CountDownLatch> known = waiters;
    if (known == null) {
      known = new CopyOnWriteArrayList<>();
      waiters = known;
    }
    return known;
  }

  private void releaseWaiters() {
    List<CountDownLatch> known = waiters;
    if (known != null) {
      known.forEach(CountDownLatch::countDown);
    }
  }

  /**
   * A future of the end. Cancelling it cancels this; completing it otherwise has no effect here.
   */
  public final CompletableFuture<T> toFuture() {
    var copy =
        new CompletableFuture<T>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            boolean ends = !isDone();
            Task.this.cancel();
            return ends;
          }
        };
    whenEnded(
        (value, failure) ->
            engine.callback(
                () -> {
                  if (failure == null) {
                    copy.complete(value);
                  } else {
                    copy.completeExceptionally(failure);
                  }
                }));
    return copy;
  }

  /** Runs inside the engine: the end is there. */
  final void whenEnded(BiConsumer<@Nullable T, @Nullable Throwable> then) {
    CompletionStage<T> end = result;
    end.whenComplete(then);
  }

  /** Ends waiting and looking. */
  public final void cancel() {
    engine.inside(() -> stop(Reason.CANCELLED)).run();
  }

  final boolean isDone() {
    return result.isDone();
  }

  final void succeed(T value) {
    engine.ended(this);
    result.complete(value);
    releaseWaiters();
  }

  final void fail(PhoneNumberException failure) {
    engine.ended(this);
    result.completeExceptionally(failure);
    releaseWaiters();
  }

  /** The failure of a broken part of the engine or a seam: no event may leave a task for ever. */
  void broken(Throwable failure) {
    fail(
        new UnexpectedException(
            ErrorDetails.of(
                    api().name(),
                    subject() + " broke inside the library: " + failure,
                    "report it, and read what is there before starting anew")
                .withEffort(attempts(api()), elapsed())
                .withTicket(currentTicket())
                .withCause(failure, Optional.empty())));
  }

  final Duration elapsed() {
    return Duration.ofNanos(engine.timer().nanoTime() - startedNanos);
  }

  final StillInProgressException still(Reason reason) {
    return Failures.still(this, reason, Optional.empty());
  }

  /**
   * Shows, among a failure's suppressed ones, the caller's own line: the failure is the engine's.
   */
  private static final class AwaitedHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AwaitedHere() {
      super("awaited here");
    }
  }
}

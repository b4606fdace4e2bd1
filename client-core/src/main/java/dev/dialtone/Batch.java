package dev.dialtone;

import dev.dialtone.model.E164;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Operations that were started together, one a number, each with its own ticket, progress, deadline
 * and end. The answer is there once all have ended, and does not fail: how each ended, it tells
 * itself. Thread-safe.
 *
 * @param <T> the result of one
 */
public interface Batch<T> extends Answer<Map<E164, Outcome<T>>> {
  /** The operations by their numbers, in the order in which they were asked for. Unmodifiable. */
  Map<E164, Operation<T>> operations();

  /** Cancels all that have not ended, as {@link Operation#cancel} does. */
  void cancel();

  /**
   * Waits until all have ended, at most this long. Those that have not, go on when the wait ends
   * first; their tickets are in {@link #operations()}.
   *
   * @throws dev.dialtone.error.StillInProgressException if the time is over ({@code PATIENCE}), or
   *     the thread was interrupted ({@code INTERRUPTED}; its flag is set again); it says how many
   *     have ended
   */
  @Override
  Map<E164, Outcome<T>> await(Duration patience);

  /**
   * A future of how all ended, a new one for each call. Stages that depend on it run on the
   * builder's executor. It does not fail: the failure of one is its {@link Outcome}. Cancelling it
   * cancels them all; it then completes with how each ended.
   */
  @Override
  CompletableFuture<Map<E164, Outcome<T>>> toFuture();
}

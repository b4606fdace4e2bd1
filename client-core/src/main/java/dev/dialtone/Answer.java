package dev.dialtone;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Something that was asked for and will be answered. Thread-safe.
 *
 * @param <T> the answer
 */
public interface Answer<T> {
  /**
   * Waits for the answer, at most this long. What was asked for goes on when the wait ends first.
   *
   * @throws dev.dialtone.error.StillInProgressException if the time is over ({@code PATIENCE}), or
   *     the thread was interrupted ({@code INTERRUPTED}; its flag is set again)
   * @throws dev.dialtone.error.PhoneNumberException if it failed
   */
  T await(Duration patience);

  /**
   * A future of the answer, a new one for each call. Stages that depend on it run on the builder's
   * executor. It fails with a {@link dev.dialtone.error.PhoneNumberException}. Cancelling it ends
   * waiting and looking, and it then fails with {@code StillInProgressException(CANCELLED)}.
   */
  CompletableFuture<T> toFuture();
}

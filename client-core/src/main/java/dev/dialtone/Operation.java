package dev.dialtone;

import dev.dialtone.model.Ticket;
import java.util.function.Consumer;

/**
 * An operation under way. It goes on whether or not anybody waits, until it is done, has failed, is
 * cancelled, or its deadline is over. Thread-safe.
 *
 * @param <T> the result
 */
public interface Operation<T> extends Answer<T> {
  /** What to keep to go on later or elsewhere: everything known of the operation by now. */
  Ticket ticket();

  /** Where it stands. */
  Progress progress();

  /**
   * Tells the listener where the operation stands now and after each change, one at a time and in
   * order, on the builder's executor.
   */
  Operation<T> onProgress(Consumer<Progress> listener);

  /**
   * Ends waiting and looking: nothing unsent is sent, no further look is made. A call on the wire
   * is not aborted, because its outcome would be unknown; its answer is still recorded. The answer
   * fails with {@code StillInProgressException(CANCELLED)}. Has no effect after the end.
   */
  void cancel();
}

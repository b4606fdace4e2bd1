package dev.dialtone;

import dev.dialtone.model.E164;
import java.util.Map;

/**
 * Operations that were started together, one a number, each with its own ticket, progress, deadline
 * and end. The answer is there once all have ended, and does not fail: how each ended, it tells
 * itself. Cancelling its future cancels them all. Thread-safe.
 *
 * @param <T> the result of one
 */
public interface Batch<T> extends Answer<Map<E164, Outcome<T>>> {
  /** The operations by their numbers, in the order in which they were asked for. Unmodifiable. */
  Map<E164, Operation<T>> operations();
}

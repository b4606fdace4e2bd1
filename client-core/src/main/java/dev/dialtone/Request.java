package dev.dialtone;

/**
 * A request that is complete. It is immutable, holds nothing but what was asked for, and can be
 * started more than once; each start is a new operation with a new idempotency token.
 *
 * @param <T> the result
 */
public interface Request<T> {
  /**
   * Starts it and returns at once, without blocking.
   *
   * @throws dev.dialtone.error.InvalidRequestException if it breaks rules; all are named, and
   *     nothing was sent
   * @throws IllegalStateException if its {@link PhoneNumbers} is closed
   */
  Operation<T> start();
}

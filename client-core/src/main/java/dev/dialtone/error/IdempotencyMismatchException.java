package dev.dialtone.error;

/**
 * The service has seen this idempotency token with other parameters, or is still busy with it.
 * Never send the same wish with a new token before a read has shown that the first had no effect.
 */
public final class IdempotencyMismatchException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  /** The failure with these details. */
  public IdempotencyMismatchException(ErrorDetails details) {
    super(details);
  }
}

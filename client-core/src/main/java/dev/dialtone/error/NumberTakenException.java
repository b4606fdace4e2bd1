package dev.dialtone.error;

/**
 * The number is not to be had: somebody else claimed it, or it was never in the inventory. Nothing
 * was claimed. Search again and claim another candidate, which is a new operation.
 */
public final class NumberTakenException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  /** The failure with these details. */
  public NumberTakenException(ErrorDetails details) {
    super(details);
  }
}

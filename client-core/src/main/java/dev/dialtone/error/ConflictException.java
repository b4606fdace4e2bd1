package dev.dialtone.error;

/**
 * Another operation on the same number is in progress, or its present state forbids this one.
 * Nothing was changed.
 */
public final class ConflictException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  /** The failure with these details. */
  public ConflictException(ErrorDetails details) {
    super(details);
  }
}

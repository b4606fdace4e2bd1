package dev.dialtone.error;

/**
 * The service said something that this library does not know: a status, an error code, a reply that
 * cannot be read. It is shown as it came and never taken for success.
 */
public final class UnexpectedException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  /** The failure with these details. */
  public UnexpectedException(ErrorDetails details) {
    super(details);
  }
}

package dev.dialtone.error;

/**
 * The journal could not be written. Nothing was sent: an operation that is not recorded first could
 * be lost.
 */
public final class JournalException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  /** The failure with these details. */
  public JournalException(ErrorDetails details) {
    super(details);
  }
}

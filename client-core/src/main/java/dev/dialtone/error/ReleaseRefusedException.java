package dev.dialtone.error;

/**
 * The release was not sent, because the number that the caller repeated is not the one the id has.
 */
public final class ReleaseRefusedException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  /** The failure with these details. */
  public ReleaseRefusedException(ErrorDetails details) {
    super(details);
  }
}

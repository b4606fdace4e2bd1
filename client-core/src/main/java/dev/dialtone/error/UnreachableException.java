package dev.dialtone.error;

/**
 * No request left this process: no connection, no name resolution, or no credentials. Nothing was
 * sent and nothing changed.
 */
public final class UnreachableException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  /** The failure with these details. */
  public UnreachableException(ErrorDetails details) {
    super(details);
  }
}

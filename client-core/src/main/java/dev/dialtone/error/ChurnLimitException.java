package dev.dialtone.error;

/**
 * The account has claimed and released more numbers within 180 days than Amazon Connect allows (200
 * % of its number quota). Claiming is blocked until the oldest release is 180 days old, or a
 * support case lifts it.
 */
public final class ChurnLimitException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  /** The failure with these details. */
  public ChurnLimitException(ErrorDetails details) {
    super(details);
  }
}

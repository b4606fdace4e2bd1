package dev.dialtone.error;

/**
 * The waiting ended, not the operation: {@link #reason()} says why. Nothing is lost; the service
 * may yet finish it.
 */
public final class StillInProgressException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why the waiting ended. */
  public enum Reason {
    /** The time given to {@code await} was over; the operation goes on in the background. */
    PATIENCE,
    /** The operation's own deadline was over; nothing is sent or looked at any more. */
    DEADLINE,
    /** It was cancelled, or its {@code PhoneNumbers} closed; nothing is sent any more. */
    CANCELLED,
    /** The waiting thread was interrupted; the operation goes on in the background. */
    INTERRUPTED
  }

  /** The failure with these details and the reason. */
  public StillInProgressException(ErrorDetails details, Reason reason) {
    super(details);
    this.reason = reason;
  }

  /** Why the waiting ended. */
  public Reason reason() {
    return reason;
  }
}

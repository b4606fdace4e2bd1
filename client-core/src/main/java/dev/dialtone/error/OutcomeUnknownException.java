package dev.dialtone.error;

/**
 * A request may have reached the service, and no answer told what became of it: the reply was lost,
 * came too late, or the service failed while acting. Never start the same wish again before a read
 * has shown what is there; the ticket holds the token that makes a repeat safe.
 */
public final class OutcomeUnknownException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  /** The failure with these details. */
  public OutcomeUnknownException(ErrorDetails details) {
    super(details);
  }
}

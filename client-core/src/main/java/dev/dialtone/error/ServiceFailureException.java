package dev.dialtone.error;

/**
 * The service failed at a read, at every attempt. A mutation that ends so is {@link
 * OutcomeUnknownException}, because a failing service may have acted.
 */
public final class ServiceFailureException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  /** The failure with these details. */
  public ServiceFailureException(ErrorDetails details) {
    super(details);
  }
}

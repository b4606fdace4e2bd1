package dev.dialtone.error;

/**
 * The service does not know the number, target or flow. For the UUID of a number of a traffic
 * distribution group that is so for ever in the group's other Region: use its ARN.
 */
public final class NotFoundException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  /** The failure with these details. */
  public NotFoundException(ErrorDetails details) {
    super(details);
  }
}

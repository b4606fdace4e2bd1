package dev.dialtone.error;

/** The caller's identity may not do this. {@link #iamAction()} names what its policy lacks. */
public final class AccessDeniedException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  private final String iamAction;

  /** The failure with these details and the missing permission. */
  public AccessDeniedException(ErrorDetails details, String iamAction) {
    super(details);
    this.iamAction = iamAction;
  }

  /** The IAM action to allow, for example {@code connect:ClaimPhoneNumber}. */
  public String iamAction() {
    return iamAction;
  }
}

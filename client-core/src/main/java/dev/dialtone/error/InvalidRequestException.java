package dev.dialtone.error;

import java.util.List;

/**
 * The request breaks rules. Found before anything was sent, all {@link #violations()} are here at
 * once; if the service found it, there is one violation with the service's own words.
 */
public final class InvalidRequestException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  private final Violation[] violations;

  /** The failure with these details and all that is wrong. */
  public InvalidRequestException(ErrorDetails details, List<Violation> violations) {
    super(details);
    this.violations = violations.toArray(Violation[]::new);
  }

  /** Every rule that the request breaks, in the order of its fields; never empty. */
  public List<Violation> violations() {
    return List.of(violations);
  }
}

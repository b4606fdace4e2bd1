package dev.dialtone.error;

import dev.dialtone.model.PhoneNumberId;

/**
 * The number is claimed, imported or moved, as asked; only its flow is, or may be, missing. Do not
 * release it: attach the flow to {@link #numberId()} once the cause is mended.
 */
public final class FlowNotAttachedException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  private final String numberId;

  /** The failure with these details and the number that is there without its flow. */
  public FlowNotAttachedException(ErrorDetails details, PhoneNumberId numberId) {
    super(details);
    this.numberId = numberId.value();
  }

  /** The number that is claimed, imported or moved. */
  public PhoneNumberId numberId() {
    return PhoneNumberId.of(numberId);
  }
}

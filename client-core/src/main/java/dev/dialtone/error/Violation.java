package dev.dialtone.error;

import dev.dialtone.model.Masked;
import java.io.Serializable;

/**
 * One rule that a request breaks.
 *
 * @param field the part of the request, for example {@code description}; masked like the message
 * @param message the rule and the value's flaw, in a sentence; phone numbers in it are masked
 */
public record Violation(String field, String message) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Masks the texts. */
  public Violation {
    field = Masked.inText(field);
    message = Masked.inText(message);
  }

  @Override
  public String toString() {
    return field + ": " + message;
  }
}

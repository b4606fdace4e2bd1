package dev.dialtone.spi;

import dev.dialtone.model.PhoneNumberId;
import java.util.Optional;

/**
 * The service took a mutation. That is not success: the number has yet to settle.
 *
 * @param id the number's id, where the reply names one that was not known before
 */
public record Accepted(Optional<PhoneNumberId> id) {
  /** A reply that says no more than that it was taken. */
  public static final Accepted WITHOUT_ID = new Accepted(Optional.empty());
}

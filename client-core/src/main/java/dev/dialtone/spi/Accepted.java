package dev.dialtone.spi;

import dev.dialtone.model.PhoneNumberId;
import java.util.Optional;

/**
 * The service took a mutation. That is not success: the number has yet to settle.
 *
 * @param id the number's id, where the reply names it
 */
public record Accepted(Optional<PhoneNumberId> id) {}

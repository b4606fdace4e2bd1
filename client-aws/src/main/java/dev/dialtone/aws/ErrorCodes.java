package dev.dialtone.aws;

import dev.dialtone.spi.PortException.Kind;
import java.util.Optional;

/** What the error codes of one service mean. Implementations are thread-safe. */
@FunctionalInterface
public interface ErrorCodes {
  /**
   * The meaning of a refusal in the service's own words. Empty for any other: those that all
   * services have in common are known already, and else the status decides.
   *
   * @param code empty if the reply has none
   * @param status of HTTP
   * @param message in one line, phone numbers masked
   * @param operation the API's name of it, such as {@code ClaimPhoneNumber}
   */
  Optional<Kind> kind(String code, int status, String message, String operation);
}

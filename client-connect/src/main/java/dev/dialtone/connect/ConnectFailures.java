package dev.dialtone.connect;

import dev.dialtone.spi.PortException.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the error codes of Amazon Connect mean.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_Operations.html">the
 *     errors of each operation</a>
 */
final class ConnectFailures {
  private ConnectFailures() {}

  static Optional<Kind> kind(String code, int status, String message, String operation) {
    boolean isClaim = operation.equals("ClaimPhoneNumber");
    return switch (code) {
      case "InvalidParameterException" ->
          Optional.of(isClaim && isTaken(message) ? Kind.TAKEN : Kind.INVALID_PARAMETER);
      case "InvalidRequestException", "TooManyTagsException" -> Optional.of(Kind.INVALID_PARAMETER);
      case "ResourceNotFoundException" ->
          Optional.of(isClaim && !isAboutTarget(message) ? Kind.TAKEN : Kind.NOT_FOUND);
      case "ResourceInUseException", "ResourceConflictException", "ConflictException" ->
          Optional.of(Kind.CONFLICT);
      case "IdempotencyException" -> Optional.of(Kind.IDEMPOTENCY);
      case "LimitExceededException", "ServiceQuotaExceededException" ->
          Optional.of(Kind.LIMIT_EXCEEDED);
      case "InternalServiceException" -> Optional.of(Kind.SERVICE_FAILURE);
      default -> Optional.empty();
    };
  }

  /** The field's form of "another claimer was faster"; the documented one is ResourceNotFound. */
  private static boolean isTaken(String message) {
    return message.toLowerCase(Locale.ROOT).contains("not available");
  }

  private static boolean isAboutTarget(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    return Stream.of("instance", "traffic", "target", ":connect:").anyMatch(text::contains)
        && !text.contains("phone number");
  }
}

package dev.dialtone.chime;

import dev.dialtone.spi.PortException.Kind;
import java.util.Optional;

/** Amazon Chime's own error codes; what all of AWS has in common is the sender's. */
final class ChimeFailures {
  private ChimeFailures() {}

  static Optional<Kind> kind(String code, int status, String message, String operation) {
    return switch (code) {
      case "BadRequestException", "UnprocessableEntityException" ->
          Optional.of(Kind.INVALID_PARAMETER);
      case "UnauthorizedClientException", "ForbiddenException" -> Optional.of(Kind.ACCESS_DENIED);
      case "NotFoundException", "GoneException" -> Optional.of(Kind.NOT_FOUND);
      case "ConflictException" -> Optional.of(Kind.CONFLICT);
      case "ResourceLimitExceededException" -> Optional.of(Kind.LIMIT_EXCEEDED);
      case "ThrottledClientException" -> Optional.of(Kind.THROTTLED);
      case "ServiceFailureException", "ServiceUnavailableException" ->
          Optional.of(Kind.SERVICE_FAILURE);
      default -> Optional.empty();
    };
  }
}

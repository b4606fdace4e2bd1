package dev.dialtone.chime;

import dev.dialtone.aws.Brief;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Amazon Chime's own error codes; what all of AWS has in common is the sender's. */
final class ChimeFailures {
  /** Documented, but of other operations; if ever one comes, it refuses. */
  private static final Set<String> REFUSALS_OF_NO_KIND =
      Set.of(
          "PreconditionFailed",
          "VoiceConnectorGroupAssociationsExist",
          "PhoneNumberAssociationsExist");

  private ChimeFailures() {}

  /**
   * Why one part of a batch failed. A code that AWS does not document may be of a failure halfway,
   * as a 5xx is: there is no status here that would tell.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_PhoneNumberError.html">
   *     PhoneNumberError</a>
   */
  static PortException ofItem(String code, @Nullable String message, @Nullable String requestId) {
    Kind kind = itemKind(code);
    boolean failed = kind == Kind.SERVICE_FAILURE;
    boolean refused = !failed && (kind != Kind.UNEXPECTED || REFUSALS_OF_NO_KIND.contains(code));
    var failure =
        PortException.of(
                kind,
                refused ? Reached.YES : Reached.MAYBE,
                message == null ? "refused without a message" : Brief.of(message))
            .reply(0, code.isEmpty() ? null : Brief.of(code), requestId);
    return failed || kind == Kind.THROTTLED ? failure.retryable().build() : failure.build();
  }

  private static Kind itemKind(String code) {
    return switch (code) {
      case "BadRequest", "Unprocessable" -> Kind.INVALID_PARAMETER;
      case "Unauthorized", "Forbidden", "AccessDenied" -> Kind.ACCESS_DENIED;
      case "NotFound", "Gone" -> Kind.NOT_FOUND;
      case "Conflict" -> Kind.CONFLICT;
      case "ResourceLimitExceeded" -> Kind.LIMIT_EXCEEDED;
      case "Throttled", "Throttling" -> Kind.THROTTLED;
      case "ServiceFailure", "ServiceUnavailable" -> Kind.SERVICE_FAILURE;
      default -> Kind.UNEXPECTED;
    };
  }

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

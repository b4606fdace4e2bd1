package dev.dialtone.testkit;

/** What Amazon Chime calls the refusals that all services share. */
final class ChimeError {
  private ChimeError() {}

  /** The exception; what is refused before any operation looks has the same name everywhere. */
  static String nameOf(AwsError refusal) {
    return switch (refusal.code()) {
      case "InvalidParameterException" -> "BadRequestException";
      case "ResourceNotFoundException" -> "NotFoundException";
      case "ResourceInUseException" -> "ConflictException";
      case "AccessDeniedException" -> "ForbiddenException";
      case "ThrottlingException" -> "ThrottledClientException";
      default -> refusal.code();
    };
  }

  /** The code that an error's body and an item of a batch carry, for example {@code NotFound}. */
  static String codeOf(AwsError refusal) {
    return codeIn(nameOf(refusal));
  }

  static String codeIn(String exception) {
    return exception.replaceFirst("(Client)?Exception$", "");
  }
}

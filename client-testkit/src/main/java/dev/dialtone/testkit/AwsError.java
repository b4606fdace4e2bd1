package dev.dialtone.testkit;

/** A refusal by the service's rules: thrown by an operation, answered in the service's dialect. */
final class AwsError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String SERIALIZATION = "SerializationException";

  private final int status;
  private final String code;
  private final String text;

  private AwsError(int status, String code, String text) {
    super(code + ": " + text, null, false, false);
    this.status = status;
    this.code = code;
    this.text = text;
  }

  static AwsError invalidParameter(String message) {
    return new AwsError(400, "InvalidParameterException", message);
  }

  static AwsError serialization(String message) {
    return new AwsError(400, SERIALIZATION, message);
  }

  static AwsError resourceNotFound(String message) {
    return new AwsError(404, "ResourceNotFoundException", message);
  }

  static AwsError unknownOperation(String message) {
    return new AwsError(404, "UnknownOperationException", message);
  }

  static AwsError idempotency(String message) {
    return new AwsError(409, "IdempotencyException", message);
  }

  static AwsError resourceInUse(String message) {
    return new AwsError(409, "ResourceInUseException", message);
  }

  static AwsError limitExceeded(String message) {
    return new AwsError(429, "LimitExceededException", message);
  }

  static AwsError accessDenied(String message) {
    return new AwsError(403, "AccessDeniedException", message);
  }

  static AwsError throttled() {
    return new AwsError(429, "ThrottlingException", "Rate exceeded");
  }

  /** The same, as it is if a guess does not hold. */
  AwsError under(Guesses guesses) {
    return code.equals(SERIALIZATION) && !guesses.hold(Guess.WRONG_JSON_IS_SERIALIZATION_EXCEPTION)
        ? invalidParameter(text)
        : this;
  }

  int status() {
    return status;
  }

  /** The name that Amazon Connect has for it. */
  String code() {
    return code;
  }

  String text() {
    return text;
  }
}

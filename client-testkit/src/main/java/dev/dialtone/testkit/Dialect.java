package dev.dialtone.testkit;

import java.util.Map;

/** How a service words its errors. */
enum Dialect {
  CONNECT {
    @Override
    Answer refusal(AwsError refusal) {
      return error(refusal.status(), refusal.code(), refusal.text());
    }

    @Override
    Answer error(int status, String code, String message) {
      return Answer.error(status, code, Map.of("Message", message));
    }

    @Override
    Answer serverError() {
      return error(500, "InternalServiceException", SERVER_ERROR);
    }
  },
  CHIME {
    @Override
    Answer refusal(AwsError refusal) {
      return error(refusal.status(), ChimeError.nameOf(refusal), refusal.text());
    }

    @Override
    Answer error(int status, String code, String message) {
      return Answer.error(
          status, code, Map.of("Code", ChimeError.codeIn(code), "Message", message));
    }

    @Override
    Answer serverError() {
      return error(500, "ServiceFailureException", SERVER_ERROR);
    }
  };

  private static final String SERVER_ERROR = "An internal error occurred";

  /** What an operation, or what stands before all of them, turned down. */
  abstract Answer refusal(AwsError refusal);

  /** An error under the very name that is given. */
  abstract Answer error(int status, String code, String message);

  abstract Answer serverError();

  final Answer throttled() {
    return refusal(AwsError.throttled());
  }
}

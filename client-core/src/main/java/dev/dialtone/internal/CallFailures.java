package dev.dialtone.internal;

import dev.dialtone.error.AccessDeniedException;
import dev.dialtone.error.ChurnLimitException;
import dev.dialtone.error.ConflictException;
import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.IdempotencyMismatchException;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.NumberTakenException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.ServiceFailureException;
import dev.dialtone.error.ThrottledException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.error.UnreachableException;
import dev.dialtone.error.Violation;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.PortException;
import java.util.List;
import java.util.Set;

/** The public failures of a single call, by what the service said. */
final class CallFailures {
  /** These count towards the churn allowance. */
  private static final Set<String> TAKES_A_NUMBER = Set.of("ClaimPhoneNumber", "ImportPhoneNumber");

  private CallFailures() {}

  /** A call that was refused or failed, and surely had no effect, or is a read. */
  static PhoneNumberException of(Task<?> task, ApiOperation api, PortException failure) {
    String what = task.subject() + " failed: " + failure.summary();
    return switch (failure.kind()) {
      case INVALID_PARAMETER ->
          new InvalidRequestException(
              Failures.caught(task, api, failure, what, "correct the request; nothing was changed"),
              List.of(new Violation("request", failure.getMessage())));
      case TAKEN ->
          new NumberTakenException(
              Failures.caught(
                  task, api, failure, what, "search again and claim another candidate"));
      case NOT_FOUND ->
          new NotFoundException(Failures.caught(task, api, failure, what, whereToLook(api)));
      case ACCESS_DENIED ->
          new AccessDeniedException(
              Failures.caught(
                  task,
                  api,
                  failure,
                  what,
                  "allow "
                      + api.iamAction()
                      + " for this identity, or renew its credentials and check the clock"),
              api.iamAction());
      case CONFLICT ->
          new ConflictException(
              Failures.caught(
                  task, api, failure, what, "describe the number and try once it is settled"));
      case IDEMPOTENCY ->
          new IdempotencyMismatchException(
              Failures.caught(
                  task,
                  api,
                  failure,
                  what,
                  "read what is there before anything is sent with a new token"));
      case THROTTLED ->
          new ThrottledException(
              Failures.caught(
                      task,
                      api,
                      failure,
                      what,
                      "try later, or lower the quota given to this client: others use the"
                          + " account too")
                  .withRetryable(),
              failure.retryAfter());
      case LIMIT_EXCEEDED -> limit(task, api, failure, what);
      case SERVICE_FAILURE, NO_REPLY ->
          new ServiceFailureException(
              Failures.caught(task, api, failure, what, "try again later").withRetryable());
      case UNREACHABLE -> {
        ErrorDetails unsent =
            Failures.caught(
                task,
                api,
                failure,
                what,
                "check network, endpoint and credentials; nothing was changed");
        yield new UnreachableException(failure.retryable() ? unsent.withRetryable() : unsent);
      }
      case UNREADABLE, UNEXPECTED ->
          new UnexpectedException(
              Failures.caught(task, api, failure, what, "read what is there before trying again"));
    };
  }

  private static String whereToLook(ApiOperation api) {
    return api.service().equals("chime")
        ? "check number, Region and account; numbers of the voice namespace are not found in the"
            + " legacy one, nor the other way round"
        : "check id, Region and account; a traffic distribution group's number needs its ARN in"
            + " the other Region";
  }

  private static PhoneNumberException limit(
      Task<?> task, ApiOperation api, PortException failure, String what) {
    ErrorDetails details =
        Failures.caught(
            task,
            api,
            failure,
            what,
            "a limit of the account is reached: do not release numbers to get round it, ask AWS"
                + " Support");
    return TAKES_A_NUMBER.contains(api.name())
        ? new ChurnLimitException(details)
        : new UnexpectedException(details);
  }
}

package dev.dialtone.internal;

import dev.dialtone.error.AccessDeniedException;
import dev.dialtone.error.ChurnLimitException;
import dev.dialtone.error.ConflictException;
import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.FlowNotAttachedException;
import dev.dialtone.error.IdempotencyMismatchException;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.JournalException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.NumberTakenException;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.ServiceFailureException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.error.ThrottledException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.error.UnreachableException;
import dev.dialtone.error.Violation;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.PortException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Makes the public failures: only the engine knows operation, effort and ticket. */
final class Failures {
  private Failures() {}

  /** A call that was refused or failed, and surely had no effect, or is a read. */
  static PhoneNumberException of(Task<?> task, ApiOperation api, PortException failure) {
    String what = task.subject() + " failed: " + failure.summary();
    return switch (failure.kind()) {
      case INVALID_PARAMETER ->
          new InvalidRequestException(
              caught(task, api, failure, what, "correct the request; nothing was changed"),
              List.of(new Violation("request", failure.getMessage())));
      case TAKEN ->
          new NumberTakenException(
              caught(task, api, failure, what, "search again and claim another candidate"));
      case NOT_FOUND ->
          new NotFoundException(
              caught(
                  task,
                  api,
                  failure,
                  what,
                  "check id, Region and account; a traffic distribution group's number needs its"
                      + " ARN in the other Region"));
      case ACCESS_DENIED ->
          new AccessDeniedException(
              caught(
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
              caught(task, api, failure, what, "describe the number and try once it is settled"));
      case IDEMPOTENCY ->
          new IdempotencyMismatchException(
              caught(
                  task,
                  api,
                  failure,
                  what,
                  "read what is there before anything is sent with a new token"));
      case THROTTLED ->
          new ThrottledException(
              caught(
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
              caught(task, api, failure, what, "try again later").withRetryable());
      case UNREACHABLE -> {
        ErrorDetails unsent =
            caught(
                task,
                api,
                failure,
                what,
                "check network, endpoint and credentials; nothing was changed");
        yield new UnreachableException(failure.retryable() ? unsent.withRetryable() : unsent);
      }
      case UNREADABLE, UNEXPECTED ->
          new UnexpectedException(
              caught(task, api, failure, what, "read what is there before trying again"));
    };
  }

  private static PhoneNumberException limit(
      Task<?> task, ApiOperation api, PortException failure, String what) {
    ErrorDetails details =
        caught(
            task,
            api,
            failure,
            what,
            "a limit of the account is reached: do not release numbers to get round it, ask AWS"
                + " Support");
    return api.name().equals("ClaimPhoneNumber")
        ? new ChurnLimitException(details)
        : new UnexpectedException(details);
  }

  /** The number was there, and went while an earlier operation on it was waited for. */
  static NotFoundException gone(Task<?> task, ApiOperation api) {
    return new NotFoundException(
        facts(
            task,
            api,
            task.subject() + " failed: the number is gone",
            "list the account's numbers"));
  }

  /** A mutation may have acted, and no answer tells. */
  static OutcomeUnknownException unknown(Task<?> task, Optional<PortException> last) {
    ErrorDetails details =
        facts(
            task,
            task.api(),
            "the outcome of the "
                + task.subject()
                + " is unknown after "
                + Words.of(task.elapsed())
                + last.map(failure -> ": " + failure.summary()).orElse(": no answer yet"),
            "keep the ticket, and read what is there before anything is sent anew");
    return new OutcomeUnknownException(
        last.map(failure -> details.withCause(failure, failure.requestId())).orElse(details));
  }

  /** Accepted by the service, but what became of it cannot be read. */
  static PhoneNumberException unseen(Task<?> task, ApiOperation look, PortException failure) {
    String what =
        "the "
            + task.subject()
            + " was accepted, but the number cannot be looked at: "
            + failure.summary();
    String keep = "keep the ticket, and do not start it anew before a read has shown what is there";
    return failure.kind() == PortException.Kind.ACCESS_DENIED
        ? new AccessDeniedException(
            caught(task, look, failure, what, "allow " + look.iamAction() + "; " + keep),
            look.iamAction())
        : new OutcomeUnknownException(caught(task, look, failure, what, keep));
  }

  /** Accepted by the service, and then never seen again. */
  static OutcomeUnknownException lost(Task<?> task, String reason) {
    return new OutcomeUnknownException(
        facts(
            task,
            task.api(),
            "the outcome of the " + task.subject() + " is unknown: " + reason,
            "keep the ticket and list the account's numbers before claiming again"));
  }

  static UnexpectedException strange(Task<?> task, String reason) {
    return new UnexpectedException(
        facts(
            task,
            task.api(),
            "the " + task.subject() + " was accepted, but " + reason,
            "look at the number in the console; it is not taken for done"));
  }

  /** Settled as failed. */
  static OperationFailedException settledAsFailed(
      Task<?> task, String reason, Optional<Instant> kept) {
    String what =
        "the " + task.subject() + " failed: " + (reason.isEmpty() ? "no reason given" : reason);
    String advice =
        kept.map(
                until ->
                    "claim the same number again before "
                        + until.truncatedTo(ChronoUnit.SECONDS)
                        + "; do not release it, that uses up the churn allowance")
            .orElse("describe the number to see which side holds it before moving it again");
    return new OperationFailedException(facts(task, task.api(), what, advice), reason, kept);
  }

  /** Settled, but without its flow. */
  static FlowNotAttachedException flowMissing(
      Task<?> task, ApiOperation api, PhoneNumberId id, Optional<PortException> last) {
    ErrorDetails details =
        facts(
            task,
            api,
            "the "
                + task.subject()
                + " is done, but its flow is not attached: "
                + last.map(PortException::summary).orElse("no answer in time"),
            "do not release the number; attach the flow to it");
    return new FlowNotAttachedException(
        last.map(failure -> details.withCause(failure, failure.requestId())).orElse(details), id);
  }

  static JournalException journal(Task<?> task, Throwable cause) {
    return new JournalException(
        facts(
                task,
                task.api(),
                "the journal could not record the " + task.subject() + ": " + cause,
                "mend the journal and start again; nothing was sent")
            .withCause(cause, Optional.empty()));
  }

  static StillInProgressException still(
      Task<?> task, Reason reason, Optional<PortException> lastFailure) {
    String advice =
        switch (reason) {
          case PATIENCE, INTERRUPTED -> "it goes on: await longer, or keep the ticket";
          case DEADLINE ->
              "the service may yet finish it: keep the ticket, and describe the number";
          case CANCELLED ->
              "nothing more is sent or looked at: keep the ticket, and read what is there";
        };
    ErrorDetails details =
        facts(
            task,
            task.api(),
            task.subject() + " still " + task.standing() + " after " + Words.of(task.elapsed()),
            advice);
    return new StillInProgressException(
        lastFailure.map(failure -> details.withCause(failure, failure.requestId())).orElse(details),
        reason);
  }

  private static ErrorDetails caught(
      Task<?> task, ApiOperation api, PortException failure, String what, String advice) {
    return facts(task, api, what, advice).withCause(failure, failure.requestId());
  }

  private static ErrorDetails facts(Task<?> task, ApiOperation api, String what, String advice) {
    return ErrorDetails.of(api.name(), what, advice)
        .withEffort(task.attempts(), task.elapsed())
        .withTicket(task.currentTicket());
  }
}

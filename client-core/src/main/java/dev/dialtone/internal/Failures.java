package dev.dialtone.internal;

import dev.dialtone.error.AccessDeniedException;
import dev.dialtone.error.ConflictException;
import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.FlowNotAttachedException;
import dev.dialtone.error.IdempotencyMismatchException;
import dev.dialtone.error.JournalException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.PortException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Makes the public failures of an operation as a whole: only the engine knows operation, effort and
 * ticket. Those of a single call are {@link CallFailures}.
 */
final class Failures {
  private Failures() {}

  /** What was read before forbids the call. */
  static PhoneNumberException refused(Task<?> task, FirstSight.Refused<?> refused) {
    return refused
        .as()
        .apply(
            facts(
                task,
                task.api(),
                task.subject() + " was not carried out: " + refused.reason(),
                refused.advice()));
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
    return unknown(task, last, Optional.empty());
  }

  /** The same, after looking for it. */
  static OutcomeUnknownException unknown(
      Task<?> task, Optional<PortException> last, Optional<String> seen) {
    ErrorDetails details =
        facts(
            task,
            task.api(),
            "the outcome of the "
                + task.subject()
                + " is unknown after "
                + Words.of(task.elapsed())
                + last.map(failure -> ": " + failure.summary())
                    .orElse(seen.isEmpty() ? ": no answer yet" : "")
                + seen.map(sight -> "; then it was " + sight).orElse(""),
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
            "keep the ticket and list the account's numbers before starting it again"));
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
      Task<?> task, String reason, Optional<Instant> kept, String advice) {
    String what =
        "the " + task.subject() + " failed: " + (reason.isEmpty() ? "no reason given" : reason);
    String now =
        kept.map(
                until ->
                    "claim the same number again before "
                        + until.truncatedTo(ChronoUnit.SECONDS)
                        + "; do not release it, that uses up the churn allowance")
            .orElse(advice);
    return new OperationFailedException(facts(task, task.api(), what, now), reason, kept);
  }

  /** Settled, but without its flow. */
  static FlowNotAttachedException flowMissing(
      Task<?> task,
      ApiOperation api,
      PhoneNumberId id,
      boolean mayHaveActed,
      Optional<PortException> last) {
    ErrorDetails details =
        facts(
            task,
            api,
            "the "
                + task.subject()
                + " is done, but its flow "
                + (mayHaveActed ? "may not be" : "is not")
                + " attached: "
                + last.map(PortException::summary).orElse("no answer in time"),
            "do not release the number; attach the flow to it");
    return new FlowNotAttachedException(
        last.map(failure -> details.withCause(failure, failure.requestId())).orElse(details), id);
  }

  /** Another process goes on with it. */
  static ConflictException followedElsewhere(Task<?> task, Instant until) {
    return new ConflictException(
        facts(
                task,
                task.api(),
                "the "
                    + task.subject()
                    + " is followed by another process, until "
                    + until
                    + " at least",
                "leave it to that one, or try again when it has ended")
            .withRetryable());
  }

  /** The idempotency key stands for something else. */
  static IdempotencyMismatchException otherParameters(Task<?> task) {
    return new IdempotencyMismatchException(
        facts(
            task,
            task.api(),
            "the "
                + task.subject()
                + " has the idempotency key of an operation with other"
                + " parameters",
            "use another key, or start it as it was the first time; nothing was sent"));
  }

  /** It is over: nothing of it is sent again. */
  static UnexpectedException endedBefore(Task<?> task, String how) {
    return new UnexpectedException(
        facts(
            task,
            task.api(),
            "the "
                + task.subject()
                + " has ended before, without effect"
                + (how.isEmpty() ? "" : ": " + how),
            "start a new one if it is still wanted"));
  }

  static JournalException journal(Task<?> task, Throwable cause) {
    return new JournalException(
        facts(
                task,
                task.api(),
                "the journal could not record the " + task.subject() + ": " + cause,
                "mend the journal and start again; nothing was sent, but if the journal has it all the"
                    + " same, resumeAll() would send it")
            .withCause(cause, Optional.empty()));
  }

  static StillInProgressException still(
      Task<?> task, Reason reason, Optional<PortException> lastFailure) {
    boolean nothingSent = task.attempts(task.api()) == 0;
    String advice =
        switch (reason) {
          case PATIENCE, INTERRUPTED ->
              "it goes on: await longer"
                  + task.currentTicket().map(ticket -> ", or keep the ticket").orElse("");
          case DEADLINE ->
              nothingSent
                  ? "nothing was changed: start it again later, or with more time"
                  : "the service may yet finish it: keep the ticket, and describe the number";
          case CANCELLED ->
              nothingSent
                  ? "nothing was changed, and nothing more is sent"
                  : "nothing more is sent or looked at: keep the ticket, and read what is there";
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

  static ErrorDetails caught(
      Task<?> task, ApiOperation api, PortException failure, String what, String advice) {
    return facts(task, api, what, advice).withCause(failure, failure.requestId());
  }

  private static ErrorDetails facts(Task<?> task, ApiOperation api, String what, String advice) {
    return ErrorDetails.of(api.name(), what, task.advice(advice))
        .withEffort(task.attempts(api), task.elapsed())
        .withTicket(task.currentTicket());
  }
}

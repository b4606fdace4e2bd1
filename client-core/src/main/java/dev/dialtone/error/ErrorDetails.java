package dev.dialtone.error;

import dev.dialtone.model.Masked;
import dev.dialtone.model.Ticket;
import java.time.Duration;
import java.util.Optional;

/**
 * The facts that every {@link PhoneNumberException} carries. Tests of your own code make one with
 * {@link #of} and the {@code with…} methods.
 *
 * @param operation the AWS operation
 * @param message what happened and why; phone numbers in it are masked here
 * @param advice what to do now
 * @param requestId AWS's id of the last request
 * @param attempts how often the call was sent
 * @param elapsed time since the operation began
 * @param retryable whether starting the same request anew may succeed
 * @param ticket the operation's ticket
 * @param cause what was caught; if its texts show a phone number, a masked stand-in is kept
 */
public record ErrorDetails(
    String operation,
    String message,
    String advice,
    Optional<String> requestId,
    int attempts,
    Duration elapsed,
    boolean retryable,
    Optional<Ticket> ticket,
    Optional<Throwable> cause) {
  /** Masks the texts and the cause. */
  public ErrorDetails {
    message = Masked.inText(message);
    advice = Masked.inText(advice);
    cause = cause.map(Masked::inThrowable);
  }

  /** Details with just a text: nothing sent, not retryable. */
  public static ErrorDetails of(String operation, String message, String advice) {
    return new ErrorDetails(
        operation,
        message,
        advice,
        Optional.empty(),
        0,
        Duration.ZERO,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with how often and how long it was tried. */
  public ErrorDetails withEffort(int sent, Duration since) {
    return new ErrorDetails(
        operation, message, advice, requestId, sent, since, retryable, ticket, cause);
  }

  /** The same, and starting the request anew may succeed. */
  public ErrorDetails withRetryable() {
    return new ErrorDetails(
        operation, message, advice, requestId, attempts, elapsed, true, ticket, cause);
  }

  /** The same with the operation's ticket. */
  public ErrorDetails withTicket(Optional<Ticket> of) {
    return new ErrorDetails(
        operation, message, advice, requestId, attempts, elapsed, retryable, of, cause);
  }

  /** The same with what was caught and the id of the request it came from. */
  public ErrorDetails withCause(Throwable caught, Optional<String> request) {
    return new ErrorDetails(
        operation,
        message,
        advice,
        request,
        attempts,
        elapsed,
        retryable,
        ticket,
        Optional.of(caught));
  }

  String fullMessage() {
    return message
        + "; "
        + advice
        + " ["
        + operation
        + (attempts == 0
            ? ", nothing sent"
            : ", " + attempts + (attempts == 1 ? " call" : " calls"))
        + requestId.map(id -> ", request id " + id).orElse("")
        + "]";
  }
}

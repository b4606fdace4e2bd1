package dev.dialtone.error;

import dev.dialtone.model.Ticket;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of all that can go wrong with an operation on a phone number. The message says what, why
 * and what now; the same facts are fields. Phone numbers in it are masked.
 *
 * <p>Catch a leaf for what you can handle and this root for the rest; the tree is sealed, so a
 * {@code switch} over it is complete.
 */
public abstract sealed class PhoneNumberException extends RuntimeException
    permits AccessDeniedException,
        ChurnLimitException,
        ConflictException,
        FlowNotAttachedException,
        IdempotencyMismatchException,
        InvalidRequestException,
        JournalException,
        NotFoundException,
        NumberTakenException,
        OperationFailedException,
        OutcomeUnknownException,
        ReleaseRefusedException,
        ServiceFailureException,
        StillInProgressException,
        ThrottledException,
        UnexpectedException,
        UnreachableException {
  private static final long serialVersionUID = 1L;

  private final String operation;
  private final String advice;
  private final @Nullable String requestId;
  private final int attempts;
  private final Duration elapsed;
  private final boolean retryable;
  private final @Nullable String encodedTicket;

  PhoneNumberException(ErrorDetails details) {
    super(details.fullMessage(), details.cause().orElse(null));
    operation = details.operation();
    advice = details.advice();
    requestId = details.requestId().orElse(null);
    attempts = details.attempts();
    elapsed = details.elapsed();
    retryable = details.retryable();
    encodedTicket = details.ticket().map(Ticket::encode).orElse(null);
  }

  /** What happened, why, and what to do now; never null, phone numbers masked. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** The AWS operation that did not do what was asked, for example {@code ClaimPhoneNumber}. */
  public String operation() {
    return operation;
  }

  /** What to do now, in one sentence; it ends the message too. */
  public String advice() {
    return advice;
  }

  /** AWS's id of the last request, for a support case; empty if no reply came. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /** How often the call was sent; 0 if nothing was. */
  public int attempts() {
    return attempts;
  }

  /** The time from the start of the operation to this failure. */
  public Duration elapsed() {
    return elapsed;
  }

  /** Whether the same request, started anew, may succeed without anything being changed first. */
  public boolean retryable() {
    return retryable;
  }

  /** The ticket of the operation; empty for reads and for requests refused before they started. */
  public Optional<Ticket> ticket() {
    return Optional.ofNullable(encodedTicket).map(Ticket::decode);
  }
}

package dev.dialtone.spi;

import dev.dialtone.model.Masked;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a port fails: what went wrong in the service's terms, and whether the
 * request may have had an effect. Made by the adapter's translator; only the engine turns it into a
 * {@link dev.dialtone.error.PhoneNumberException}, because only the engine knows the operation.
 */
public final class PortException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** The service refused a parameter. */
    INVALID_PARAMETER,
    /** The number asked for is not, or no longer, in the inventory. */
    TAKEN,
    /** The number, target or flow does not exist. */
    NOT_FOUND,
    /** The identity may not do this. */
    ACCESS_DENIED,
    /** The number is busy with another operation. */
    CONFLICT,
    /** The token was used with other parameters, or is still being worked on. */
    IDEMPOTENCY,
    /** Too many requests a second. */
    THROTTLED,
    /** A limit that no waiting for a few seconds lifts. */
    LIMIT_EXCEEDED,
    /** The service failed (5xx). */
    SERVICE_FAILURE,
    /** No connection or no credentials: nothing was sent. */
    UNREACHABLE,
    /** Sent, but no reply: connection lost, or time-out. */
    NO_REPLY,
    /** A reply that cannot be read or lacks what it must hold. */
    UNREADABLE,
    /** An error code that is not known. */
    UNEXPECTED
  }

  /** Whether the request got to the service, and so may have had an effect. */
  public enum Reached {
    /** Surely not. */
    NO,
    /** Perhaps: there was no answer, or one that does not tell. */
    MAYBE,
    /** It did, and was refused: the answer says that there was no effect. */
    YES
  }

  private final Kind kind;
  private final Reached reached;
  private final boolean retryable;
  private final int status;
  private final @Nullable String code;
  private final @Nullable String requestId;
  private final @Nullable Duration retryAfter;

  private PortException(Builder from) {
    super(Masked.inText(from.message), from.cause == null ? null : Masked.inThrowable(from.cause));
    kind = from.kind;
    reached = from.reached;
    retryable = from.retryable;
    status = from.status;
    code = from.code;
    requestId = from.requestId;
    retryAfter = from.retryAfter;
  }

  /** A failure of that kind; by default not retryable and without a reply. */
  public static Builder of(Kind kind, Reached reached, String message) {
    return new Builder(kind, reached, message);
  }

  /** What went wrong, in words; never null, phone numbers masked. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** Whether the request may have had an effect. */
  public Reached reached() {
    return reached;
  }

  /** Whether sending the very same request again may succeed. */
  public boolean retryable() {
    return retryable;
  }

  /** The HTTP status; 0 if there was no reply. */
  public int status() {
    return status;
  }

  /** The service's error code, where there was one. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** AWS's id of the request, where there was a reply. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /** How long the service asked to wait, where it did. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The failure in a line, phone numbers masked. */
  public String summary() {
    return (status == 0 ? "" : status + " ")
        + code().map(text -> text + ": ").orElse("")
        + getMessage();
  }

  /** Collects what is known of a failure. Not thread-safe. */
  public static final class Builder {
    private final Kind kind;
    private final Reached reached;
    private final String message;
    private boolean retryable;
    private int status;
    private @Nullable String code;
    private @Nullable String requestId;
    private @Nullable Duration retryAfter;
    private @Nullable Throwable cause;

    private Builder(Kind kind, Reached reached, String message) {
      this.kind = kind;
      this.reached = reached;
      this.message = message;
    }

    /** Sending the very same request again may succeed. */
    public Builder retryable() {
      retryable = true;
      return this;
    }

    /** The reply's status, error code and request id. */
    public Builder reply(int httpStatus, @Nullable String errorCode, @Nullable String id) {
      status = httpStatus;
      code = errorCode;
      requestId = id;
      return this;
    }

    /** How long the service asked to wait. */
    public Builder retryAfter(@Nullable Duration wait) {
      retryAfter = wait;
      return this;
    }

    /** What was caught; if its texts show a phone number, a masked stand-in is kept. */
    public Builder cause(@Nullable Throwable caught) {
      cause = caught;
      return this;
    }

    /** The failure. */
    public PortException build() {
      return new PortException(this);
    }
  }
}

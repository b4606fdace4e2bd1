package dev.dialtone.aws;

import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The one place where failures of the SDK become {@link PortException}s. What is not known is not
 * retryable, and may have had an effect. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/CommonErrors.html">Common
 *     errors</a>
 */
final class SdkFailures {
  /** Of the SDK's HTTP clients for synchronous calls, none of which we compile against. */
  private static final Set<String> NO_CONNECTION =
      Set.of(
          "ConnectTimeoutException",
          "ConnectionPoolTimeoutException",
          "ConnectionRequestTimeoutException");

  private final ErrorCodes codes;

  SdkFailures(ErrorCodes codes) {
    this.codes = codes;
  }

  PortException translate(Throwable caught, CallTrace trace) {
    Throwable failure =
        caught instanceof CompletionException && caught.getCause() != null
            ? caught.getCause()
            : caught;
    return failure instanceof AwsServiceException answer
        ? refused(answer, trace)
        : unanswered(failure, trace);
  }

  /** The call's time is over. */
  static PortException late(Duration timeout, CallTrace trace) {
    String message = "no reply within " + timeout.toMillis() + " ms";
    return trace.giveUp()
        ? PortException.of(Kind.UNREACHABLE, Reached.NO, message + "; nothing was sent yet")
            .retryable()
            .build()
        : noReply(message, null, trace);
  }

  /** A reply of success that cannot be read, or lacks what it must hold. */
  static PortException unreadable(Throwable caught, CallTrace trace) {
    return PortException.of(
            Kind.UNREADABLE,
            Reached.MAYBE,
            Brief.of("the reply cannot be read: " + caught.getMessage()))
        .reply(trace.status(), null, trace.requestId())
        .retryable()
        .cause(caught)
        .build();
  }

  private PortException refused(AwsServiceException answer, CallTrace trace) {
    Optional<AwsErrorDetails> details = Optional.ofNullable(answer.awsErrorDetails());
    String code = details.map(AwsErrorDetails::errorCode).orElse("");
    String message =
        Brief.of(details.map(AwsErrorDetails::errorMessage).orElse(answer.getMessage()));
    int status = answer.statusCode();
    Kind kind =
        codes
            .kind(code, status, message, trace.operation())
            .orElseGet(() -> commonKind(code, status));
    // After a refusal of our clock the SDK signs by the service's.
    boolean passing =
        kind == Kind.THROTTLED || kind == Kind.SERVICE_FAILURE || answer.isClockSkewException();
    // A 4xx is a refusal without effect; anything else may come from halfway.
    Reached reached = status >= 400 && status < 500 ? Reached.YES : Reached.MAYBE;
    String requestId = answer.requestId() == null ? trace.requestId() : answer.requestId();
    var failure =
        PortException.of(kind, reached, message)
            .reply(status, code.isEmpty() ? null : code, requestId)
            .retryAfter(details.map(SdkFailures::retryAfter).orElse(null))
            .cause(answer);
    return (passing ? failure.retryable() : failure).build();
  }

  /** What the service's own codes leave. */
  private static Kind commonKind(String code, int status) {
    return switch (code) {
      case "ValidationException", "SerializationException" -> Kind.INVALID_PARAMETER;
      case "ThrottlingException",
          "Throttling",
          "ThrottledException",
          "TooManyRequestsException",
          "RequestLimitExceeded" ->
          Kind.THROTTLED;
      case "AccessDeniedException",
          "AccessDenied",
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "MissingAuthenticationTokenException",
          "IncompleteSignature",
          "NotAuthorized",
          "OptInRequired",
          "RequestExpired",
          "RequestInTheFuture",
          "RequestTimeTooSkewed",
          "ExpiredTokenException" ->
          Kind.ACCESS_DENIED;
      case "InternalFailure", "ServiceUnavailable" -> Kind.SERVICE_FAILURE;
      default -> byStatus(code, status);
    };
  }

  /** A code that is not known; a reply without any is a proxy's, and its status is all it says. */
  private static Kind byStatus(String code, int status) {
    if (status >= 500) {
      return Kind.SERVICE_FAILURE;
    }
    boolean named = !code.isEmpty() && !code.equals("UnknownError");
    if (named) {
      return Kind.UNEXPECTED;
    }
    return switch (status) {
      case 401, 403 -> Kind.ACCESS_DENIED;
      case 429 -> Kind.THROTTLED;
      default -> Kind.UNEXPECTED;
    };
  }

  private static PortException unanswered(Throwable failure, CallTrace trace) {
    String message = Brief.of(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    boolean timedOut =
        failure instanceof ApiCallTimeoutException
            || failure instanceof ApiCallAttemptTimeoutException
            || failure instanceof AbortedException
            || failure.getCause() instanceof InterruptedException;
    if (!trace.wasSent()) {
      var unsent = PortException.of(Kind.UNREACHABLE, Reached.NO, message).cause(failure);
      return (timedOut ? unsent.retryable() : unsent).build();
    }
    if (timedOut) {
      return noReply(message, failure, trace);
    }
    // A reply had begun, whatever broke then: also a user's own interceptor that cannot connect.
    if (trace.status() != 0) {
      return unreadable(failure, trace);
    }
    if (neverConnected(failure)) {
      return PortException.of(Kind.UNREACHABLE, Reached.NO, message)
          .retryable()
          .cause(failure)
          .build();
    }
    if (failure instanceof SdkClientException) {
      return noReply(message, failure, trace);
    }
    return PortException.of(Kind.UNEXPECTED, Reached.MAYBE, message).cause(failure).build();
  }

  private static PortException noReply(
      String message, @Nullable Throwable failure, CallTrace trace) {
    return PortException.of(Kind.NO_REPLY, Reached.MAYBE, message)
        .reply(trace.status(), null, trace.requestId())
        .retryable()
        .cause(failure)
        .build();
  }

  /** Whether it failed before a byte of the request could leave. */
  private static boolean neverConnected(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .anyMatch(
            cause ->
                cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof BindException
                    || cause instanceof SSLHandshakeException
                    || NO_CONNECTION.contains(cause.getClass().getSimpleName())
                    || says(cause, SocketTimeoutException.class, "Connect timed out")
                    || says(cause, IllegalStateException.class, "Connection pool shut down")
                    || says(cause, SocketException.class, "Network is unreachable")
                    // The SDK's connection pool was full; it has no types of its own for that.
                    || says(cause, TimeoutException.class, "Acquire operation took longer")
                    || says(cause, IllegalStateException.class, "Too many outstanding acquire"));
  }

  private static boolean says(Throwable cause, Class<?> type, String beginning) {
    return type.isInstance(cause) && String.valueOf(cause.getMessage()).startsWith(beginning);
  }

  private static @Nullable Duration retryAfter(AwsErrorDetails details) {
    return Optional.ofNullable(details.sdkHttpResponse())
        .flatMap(response -> response.firstMatchingHeader("Retry-After"))
        .filter(seconds -> seconds.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(null);
  }
}

package dev.dialtone.testing;

import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import java.time.Duration;

/** The failures that Amazon Connect answers with, as an adapter translates them. */
public final class Failing {
  private static final String REQUEST_ID = "6b1f0a52-3d1c-4a57-9d3e-0f8a2c4b7e91";

  private Failing() {}

  /** A 503. */
  public static PortException unavailable() {
    return PortException.of(Kind.SERVICE_FAILURE, Reached.MAYBE, "Service unavailable")
        .reply(503, "InternalServiceException", REQUEST_ID)
        .retryable()
        .build();
  }

  /** A 429. */
  public static PortException throttled() {
    return throttled(null);
  }

  /** A 429 with a Retry-After. */
  public static PortException throttled(Duration retryAfter) {
    return PortException.of(Kind.THROTTLED, Reached.YES, "Rate exceeded")
        .reply(429, "ThrottlingException", REQUEST_ID)
        .retryable()
        .retryAfter(retryAfter)
        .build();
  }

  /** A 403. */
  public static PortException accessDenied() {
    return refusal(Kind.ACCESS_DENIED, 403, "AccessDeniedException", "User is not authorized");
  }

  /** A 400. */
  public static PortException invalid(String message) {
    return refusal(Kind.INVALID_PARAMETER, 400, "InvalidParameterException", message);
  }

  /** No connection, so nothing was sent. */
  public static PortException unreachable() {
    return PortException.of(Kind.UNREACHABLE, Reached.NO, "Connection refused").retryable().build();
  }

  /** A 200 that cannot be read. */
  public static PortException unreadable() {
    return PortException.of(Kind.UNREADABLE, Reached.MAYBE, "Unexpected end of JSON")
        .reply(200, null, REQUEST_ID)
        .retryable()
        .build();
  }

  /** A 4xx: the request got there and had no effect. */
  public static PortException refusal(Kind kind, int status, String code, String message) {
    return PortException.of(kind, Reached.YES, message).reply(status, code, REQUEST_ID).build();
  }
}

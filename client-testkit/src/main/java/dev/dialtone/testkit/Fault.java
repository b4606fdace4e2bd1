package dev.dialtone.testkit;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One thing that goes wrong with one request; hand it to {@link Faults#next} or {@link
 * Faults#always}. Immutable, may be used any number of times.
 */
public final class Fault {
  private final String name;
  private final Course course;

  /** What becomes of one request, told in the service's dialect. */
  @FunctionalInterface
  private interface Course {
    Reply run(Supplier<Reply> service, Dialect dialect);
  }

  private Fault(String name, Course course) {
    this.name = name;
    this.course = course;
  }

  /** The request does what it does, then the connection is reset: the caller cannot know. */
  public static Fault replyLostAfterEffect() {
    return new Fault("reply lost after effect", (service, dialect) -> service.get().lost());
  }

  /** The connection is reset and nothing is done. */
  public static Fault replyLostBeforeEffect() {
    var nothing = Reply.of(Answer.empty(), Disposition.LOST);
    return new Fault("reply lost before effect", (service, dialect) -> nothing);
  }

  /** An error of AWS, with no effect. */
  public static Fault error(int status, String code, String message) {
    return fixed("error " + code, status, dialect -> dialect.error(status, code, message));
  }

  /**
   * 429 without advice when to come back: {@code ThrottlingException}, or what Amazon Chime calls
   * it, {@code ThrottledClientException}.
   */
  public static Fault throttled() {
    return new Fault(
        "throttled", (service, dialect) -> Reply.of(dialect.throttled(), Disposition.THROTTLED));
  }

  /** The same with a {@code Retry-After} header, in whole seconds, rounded up. */
  public static Fault throttled(Duration retryAfter) {
    String seconds = Long.toString(notNegative(retryAfter).plusNanos(999_999_999).toSeconds());
    return new Fault(
        "throttled",
        (service, dialect) ->
            Reply.of(
                dialect.throttled().withHeader("Retry-After", seconds), Disposition.THROTTLED));
  }

  /** Served as usual and at once, but the reply takes this long. */
  public static Fault latency(Duration delay) {
    notNegative(delay);
    return new Fault("latency " + delay, (service, dialect) -> service.get().after(delay));
  }

  /** This body, whatever it is, with no effect: malformed JSON, a proxy's page, an empty 200. */
  public static Fault answer(int status, String body) {
    return fixed("answer " + status, status, dialect -> Answer.raw(status, body));
  }

  Reply befall(Supplier<Reply> service, Dialect dialect) {
    return course.run(service, dialect);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Fault fixed(String name, int status, Function<Dialect, Answer> answer) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("expected an HTTP status of 200 to 599, not " + status);
    }
    var disposition = status == 429 ? Disposition.THROTTLED : Disposition.FAULTED;
    return new Fault(name, (service, dialect) -> Reply.of(answer.apply(dialect), disposition));
  }

  private static Duration notNegative(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("expected a duration of zero or more, not " + duration);
    }
    return duration;
  }
}

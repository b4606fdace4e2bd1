package dev.dialtone.testkit;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One thing that goes wrong with one request; hand it to {@link Faults#next}, {@link
 * Faults#script}, {@link Faults#sometimes} or {@link Faults#always}. Immutable, may be used any
 * number of times. A wrong argument fails at once with {@link IllegalArgumentException}.
 */
public final class Fault {
  private static final Fault NONE = new Fault("no fault", (service, dialect) -> service.get());
  private static final Duration FOR_EVER = Duration.ofDays(365_000);

  private final String name;
  private final Course course;
  private final SettlingOrder settling;

  /** What becomes of one request, told in the service's dialect. */
  @FunctionalInterface
  private interface Course {
    Reply run(Supplier<Reply> service, Dialect dialect);
  }

  private Fault(String name, Course course) {
    this(name, course, SettlingOrder.NONE);
  }

  private Fault(String name, Course course, SettlingOrder settling) {
    this.name = name;
    this.course = course;
    this.settling = settling;
  }

  /** Served as usual: the gap in a script. */
  public static Fault none() {
    return NONE;
  }

  /** The request does what it does, then the connection is reset: the caller cannot know. */
  public static Fault replyLostAfterEffect() {
    return served("reply lost after effect", Reply::lost);
  }

  /** The connection is reset and nothing is done. */
  public static Fault replyLostBeforeEffect() {
    return broken("reply lost before effect", Ending.RESET);
  }

  /**
   * The connection is reset and nothing is done, which no caller can tell from {@link
   * #replyLostAfterEffect()}.
   */
  public static Fault connectionReset() {
    return broken("connection reset", Ending.RESET);
  }

  /** The connection is closed in good order without a byte of a reply; nothing is done. */
  public static Fault connectionClosed() {
    return broken("connection closed", Ending.CLOSED);
  }

  /** An error of AWS, with no effect; status and code may be such as nobody knows. */
  public static Fault error(int status, String code, String message) {
    return answering("error " + code, status, dialect -> dialect.error(status, code, message));
  }

  /** 500 in the service's own words, with no effect; see {@link #afterEffect()}. */
  public static Fault serverError() {
    return answering("server error", 500, Dialect::serverError);
  }

  /** 503 {@code ServiceUnavailableException}, with no effect; see {@link #afterEffect()}. */
  public static Fault unavailable() {
    return error(503, "ServiceUnavailableException", "Service is unavailable");
  }

  /**
   * 429 without advice when to come back: {@code ThrottlingException}, or what Amazon Chime calls
   * it, {@code ThrottledClientException}.
   */
  public static Fault throttled() {
    return answering("throttled", 429, Dialect::throttled);
  }

  /** The same with a {@code Retry-After} header, in whole seconds, rounded up. */
  public static Fault throttled(Duration retryAfter) {
    String seconds =
        Long.toString(Arguments.notNegative(retryAfter).plusNanos(999_999_999).toSeconds());
    return answering(
        "throttled", 429, dialect -> dialect.throttled().withHeader("Retry-After", seconds));
  }

  /** Served as usual and at once, but the reply takes this long. */
  public static Fault latency(Duration delay) {
    Arguments.notNegative(delay);
    return served("latency " + delay, reply -> reply.after(delay));
  }

  /** This body, whatever it is, with no effect: malformed JSON, a proxy's page, an empty 200. */
  public static Fault answer(int status, String body) {
    return answering("answer " + status, status, dialect -> Answer.raw(status, body));
  }

  /** The page of a proxy that stands before AWS, in place of JSON, with no effect. */
  public static Fault htmlPage(int status) {
    String page = "<html><head><title>%1$d</title></head><body><h1>%1$d</h1></body></html>";
    return answer(status, page.formatted(status));
  }

  /** Served as usual, but the connection ends in the middle of the reply's body. */
  public static Fault truncatedBody() {
    return served("truncated body", Reply::truncated);
  }

  /** Served as usual, but the reply's body, which arrives whole, is no JSON. */
  public static Fault malformedBody() {
    return served("malformed body", Reply::malformed);
  }

  /**
   * Accepted as usual, but settles as FAILED with this message; with Amazon Chime a change of a
   * calling name settles as UpdateFailed. {@link Faults#failSettling} does it to one number.
   */
  public static Fault settlesAsFailed(String message) {
    return new Fault("settles as FAILED", NONE.course, SettlingOrder.failing(message));
  }

  /**
   * Accepted as usual, but stays IN_PROGRESS for this long, whatever {@link
   * SimulatorBuilder#settlesAfter} says; a calling name stays UpdateInProgress.
   */
  public static Fault settlesAfter(Duration time) {
    return new Fault(
        "settles after " + time, NONE.course, SettlingOrder.taking(Arguments.notNegative(time)));
  }

  /** The same for good: only {@link PhoneNumberSimulator#reset()} ends it. */
  public static Fault stuckInProgress() {
    return new Fault("stuck IN_PROGRESS", NONE.course, SettlingOrder.taking(FOR_EVER));
  }

  /** The same, but the request does first what it does: a 500 that is none. */
  public Fault afterEffect() {
    return new Fault(
        name + " after effect",
        (service, dialect) -> {
          Reply served = service.get();
          return course.run(() -> served, dialect);
        },
        settling);
  }

  Reply befall(Supplier<Reply> service, Dialect dialect) {
    return course.run(service, dialect);
  }

  SettlingOrder settling() {
    return settling;
  }

  @Override
  public String toString() {
    return name;
  }

  private static Fault served(String name, UnaryOperator<Reply> then) {
    return new Fault(name, (service, dialect) -> then.apply(service.get()));
  }

  private static Fault broken(String name, Ending ending) {
    var nothing = Reply.of(Answer.empty(), Disposition.LOST).ending(ending);
    return new Fault(name, (service, dialect) -> nothing);
  }

  private static Fault answering(String name, int status, Wording wording) {
    Arguments.require(
        status >= 200 && status <= 599, "expected an HTTP status of 200 to 599, not " + status);
    var disposition = status == 429 ? Disposition.THROTTLED : Disposition.FAULTED;
    return new Fault(name, (service, dialect) -> Reply.of(wording.in(dialect), disposition));
  }

  /** What is answered, in the service's words. */
  @FunctionalInterface
  private interface Wording {
    Answer in(Dialect dialect);
  }
}

package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.QuotaGate.Reservation;
import dev.dialtone.spi.Timer.Timeout;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of one API operation with all its attempts: permit, send, and again with the same token
 * while that may help. Confined to the engine.
 */
final class ApiCall<T> {
  /**
   * Whoever wants the answer. One of the first two is called, once, for what was sent, even after a
   * stop; neither, if it was stopped before it was sent.
   */
  interface Caller<T> {
    void answered(T answer);

    void failed(PortException failure);

    /** Takes care before an attempt leaves; null if there is nothing to take care of. */
    default @Nullable CompletionStage<Void> before(int attempt) {
      return null;
    }

    /** The permit came so late that what was read before the call must be read again. */
    default void stale() {}

    /** What must be safe before it leaves is not; this attempt was not sent. */
    default void unsafe(Throwable why) {}

    /** An attempt has failed and is followed by another. */
    default void repeats(PortException failure) {}

    /** How far the call is. */
    default void reached(Stage stage) {}
  }

  /** How old a read may be on which a repeat relies; only the wait for quota makes it older. */
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final Logger LOG = LoggerFactory.getLogger(ApiCall.class);

  private final Engine engine;
  private final Task<?> task;
  private final QuotaGate.Key key;
  private final String token;
  private final Deadline deadline;
  private final Function<Call, CompletionStage<T>> sender;
  private final Caller<T> caller;
  private Retry.@Nullable AsyncContext<T> retry;
  private @Nullable Line line;
  private QuotaGate.Priority firstPriority = QuotaGate.Priority.CALL;
  private @Nullable Reservation reservation;
  private @Nullable Timeout pause;
  private @Nullable PortException lastFailure;
  private @Nullable Duration leastWait;
  private boolean onTheWire;
  private boolean stopped;
  private boolean mayHaveActed;
  private int attempts;
  private int mostAttempts;
  private boolean repeatedInDoubt = true;
  private long staleAt = Long.MAX_VALUE;
  private long trustNanos = Long.MAX_VALUE;
  private long sentAt;

  ApiCall(
      Task<?> task,
      QuotaGate.Key key,
      String token,
      Deadline deadline,
      Function<Call, CompletionStage<T>> sender,
      Caller<T> caller) {
    this.engine = task.engine;
    this.task = task;
    this.key = key;
    this.token = token;
    this.deadline = deadline;
    this.sender = sender;
    this.caller = caller;
    this.mostAttempts = engine.maxAttempts();
  }

  /** Goes on counting where an earlier call of the same operation ended. */
  ApiCall<T> after(int earlierAttempts) {
    attempts = earlierAttempts;
    return this;
  }

  /** Waits for its turn there, instead of for a permit of its own. */
  ApiCall<T> in(Line other) {
    line = other;
    return this;
  }

  /** Is not repeated where it may have acted. */
  ApiCall<T> unlessInDoubt(boolean inDoubt) {
    repeatedInDoubt = false;
    mayHaveActed = inDoubt;
    staleAt = inDoubt ? engine.timer().nanoTime() + FRESH_NANOS : Long.MAX_VALUE;
    return this;
  }

  /** In doubt it is not repeated once its token is so old: the service may have forgotten it. */
  ApiCall<T> trusting(Duration tokenTrust) {
    trustNanos = TimeUnit.NANOSECONDS.convert(tokenTrust);
    return this;
  }

  /** Is not repeated. */
  ApiCall<T> once() {
    mostAttempts = 1;
    return this;
  }

  /** Waits until no call waits. */
  ApiCall<T> behindCalls() {
    firstPriority = QuotaGate.Priority.LOOK;
    return this;
  }

  /** Waits for a permit and sends. */
  void begin() {
    if (stopped) {
      return;
    }
    caller.reached(Stage.WAITING_FOR_QUOTA);
    if (attempts == 0 && deadline.isRunning()) {
      leastWait = engine.gate().leastWait(key, firstPriority).filter(this::isTooLong).orElse(null);
      if (leastWait != null) {
        task.stop(Reason.DEADLINE); // To wait for it would be in vain.
        return;
      }
    }
    var priority = attempts == 0 ? firstPriority : QuotaGate.Priority.REPEAT;
    Runnable granted = engine.inside(task, this::send);
    reservation =
        line == null
            ? engine.gate().reserve(key, priority, granted)
            : line.reserve(priority, granted);
  }

  private boolean isTooLong(Duration wait) {
    return wait.compareTo(deadline.left()) >= 0;
  }

  /** How long its permit would take at least, if that is beyond the deadline. */
  Optional<Duration> hopelessWait() {
    return Optional.ofNullable(leastWait);
  }

  /** Sends nothing any more. What is on the wire stays there, and its answer is still told. */
  void stop() {
    stopped = true;
    if (pause != null) {
      pause.cancel();
    }
    if (reservation != null && !onTheWire) {
      reservation.giveBack();
    }
  }

  boolean isOnTheWire() {
    return onTheWire;
  }

  /** Whether an attempt is on the wire, or was and nobody knows what became of it. */
  boolean mayHaveActed() {
    return mayHaveActed || onTheWire;
  }

  @Nullable PortException lastFailure() {
    return lastFailure;
  }

  int attempts() {
    return attempts;
  }

  private void send() {
    if (stopped) {
      return;
    }
    if (staleAt != Long.MAX_VALUE && engine.timer().nanoTime() - staleAt > 0) {
      stop(); // Gives the permit back.
      caller.stale();
      return;
    }
    deadline.start();
    Duration left = deadline.left();
    if (left.isNegative() || left.isZero()) {
      return; // The deadline is over; its own event, already on its way, stops this call.
    }
    CompletionStage<Void> care = caller.before(attempts + 1);
    if (care == null) {
      leave();
    } else {
      care.whenComplete((safe, why) -> engine.inside(task, () -> leaveIf(why)).run());
    }
  }

  /** Stopped meanwhile, it has given its permit back. */
  private void leaveIf(@Nullable Throwable unsafe) {
    if (stopped) {
      return;
    }
    if (unsafe == null) {
      leave();
    } else {
      stop();
      caller.unsafe(unsafe);
    }
  }

  private void leave() {
    Reservation permit = requireNonNull(reservation);
    reservation = null;
    attempts++;
    onTheWire = true;
    if (!mayHaveActed) {
      sentAt = engine.timer().nanoTime();
    }
    caller.reached(Stage.SENDING);
    LOG.atDebug()
        .addKeyValue("operation", key.operation().name())
        .addKeyValue("id", token)
        .addKeyValue("attempt", attempts)
        .log("sending");
    Wire.send(
        task,
        sender,
        permit,
        new Call(token, engine.timeout(deadline.left())),
        this::answered,
        this::failed);
  }

  private void answered(T answer) {
    onTheWire = false;
    if (retry != null) {
      retry.onComplete();
    }
    caller.answered(answer);
  }

  private void failed(PortException failure) {
    onTheWire = false;
    lastFailure = failure;
    mayHaveActed |= failure.reached() == PortException.Reached.MAYBE;
    if (mayHaveActed && staleAt == Long.MAX_VALUE && trustNanos != Long.MAX_VALUE) {
      staleAt = sentAt + trustNanos;
    }
    if (line == null) { // A line has noted it, for all who went together.
      engine.noteThrottling(key, failure);
    }
    long wait = stopped ? -1 : untilNext(failure);
    boolean again =
        wait >= 0
            && attempts < mostAttempts
            && (repeatedInDoubt || !mayHaveActed)
            && Duration.ofMillis(wait).compareTo(deadline.left()) < 0;
    LOG.atDebug()
        .addKeyValue("operation", key.operation().name())
        .addKeyValue("id", token)
        .addKeyValue("attempt", attempts)
        .addKeyValue("failure", failure.summary())
        .addKeyValue("againInMillis", again ? wait : "never")
        .log("failed");
    if (again) {
      caller.repeats(failure);
      caller.reached(Stage.WAITING_TO_REPEAT);
      pause = engine.timer().after(Duration.ofMillis(wait), engine.inside(task, this::begin));
    } else {
      caller.failed(failure);
    }
  }

  /** In milliseconds; negative if there is to be none. */
  private long untilNext(PortException failure) {
    if (retry == null) {
      retry = engine.retries().begin();
    }
    return retry.onError(failure);
  }
}

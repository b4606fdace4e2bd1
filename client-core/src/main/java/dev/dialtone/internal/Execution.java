package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Stage;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation from start to end: what its phases share, and how it ends. {@link Course} leads
 * from one phase to the next.
 *
 * <p>Confined to the engine, but for {@link #ticket()}, {@link #now()} and {@link #onChange}.
 */
public final class Execution<S, R> extends Task<R> {
  private final BoundOperation<?, ?, S, R> operation;
  private final Deadline deadline;
  private final boolean ownDeadline;
  private final Origin origin;
  private final Course<S, R> course = new Course<>(this);
  private final Announcer progress = new Announcer();
  private volatile Ticket ticket;
  private @Nullable ApiCall<?> lastCall;
  private int attemptsOfLastCall;
  private boolean hasKeyOfAnother;
  private boolean intended;
  private boolean inDoubt;
  private boolean ended;

  Execution(Engine engine, BoundOperation<?, ?, S, R> operation, Terms terms) {
    this(
        engine,
        operation,
        operation.ticket(terms, engine.timer().now()),
        terms.deadline(),
        Origin.wish(terms));
  }

  /** Goes on with the operation of this ticket; {@code taken} if the journal gave it to us. */
  Execution(
      Engine engine,
      BoundOperation<?, ?, S, R> operation,
      Ticket ticket,
      Optional<Recorded> taken) {
    this(engine, operation, ticket, left(ticket, engine.timer().now()), Origin.ticket(taken));
  }

  private Execution(
      Engine engine,
      BoundOperation<?, ?, S, R> operation,
      Ticket ticket,
      Optional<Duration> own,
      Origin origin) {
    super(engine);
    this.operation = operation;
    this.ownDeadline = own.isPresent();
    this.origin = origin;
    this.deadline = new Deadline(this, own.orElse(operation.spec().deadline()));
    this.ticket = ticket;
  }

  /** A deadline that is over bounds no looking any more: then the kind's default does. */
  private static Optional<Duration> left(Ticket ticket, Instant now) {
    return ticket.deadline().filter(now::isBefore).map(until -> Duration.between(now, until));
  }

  /** The class of its result. */
  public Class<R> resultType() {
    return operation.spec().resultType();
  }

  /** All that is known of the operation by now. Thread-safe. */
  public Ticket ticket() {
    return ticket;
  }

  /** Where it stands. Thread-safe. */
  public Standing now() {
    return progress.latest(engine);
  }

  /** Tells where it stands now and after each change, in order. Thread-safe. */
  public void onChange(Consumer<Standing> listener) {
    engine.inside(() -> progress.add(listener, engine)).run();
  }

  @Override
  void begin() {
    if (ownDeadline) {
      deadline.start();
    }
    if (hasKeyOfAnother) {
      endUnrecorded(Failures.otherParameters(this));
    } else {
      course.enter(origin);
    }
  }

  /** Its key stands for another operation that is followed here: it is refused. */
  Execution<S, R> withKeyOfAnother() {
    hasKeyOfAnother = true;
    return this;
  }

  /** The journal knows it so. */
  void isKnownAs(Ticket known) {
    intended = true;
    ticket = known;
  }

  /** It ends here, but not in the journal, where it is not ours or has ended before. */
  void endUnrecorded(PhoneNumberException failure) {
    intended = false;
    end(Step.FAILED, failure);
  }

  /** Whether the caller's own deadline is over: it may be looked at, but nothing is sent. */
  boolean isLate() {
    return ticket.deadline().filter(until -> !engine.timer().now().isBefore(until)).isPresent();
  }

  /** When its call was first sent, or, if that was not here, no later: when it was started. */
  Instant sentAt() {
    return progress.sentAt().orElse(ticket.startedAt());
  }

  /** Whether its token was first sent so long ago that the service may have forgotten it. */
  boolean isStale() {
    return engine.timer().now().isAfter(sentAt().plus(engine.tokenTrust()));
  }

  /** Remembers what was there before the call was first sent. */
  void before(S seen) {
    operation.trace(seen).ifPresent(digest -> ticket = ticket.before(digest));
  }

  /** Whether nothing has happened to the number since; not, if that is not known. */
  boolean isAsBefore(Optional<S> now) {
    return ticket.before().isPresent() && now.flatMap(operation::trace).equals(ticket.before());
  }

  void done(R result) {
    close(Step.SETTLED, "", Stage.DONE);
    succeed(result);
  }

  /** Records the intent, unless it is, and goes on once it is safe; else nothing is sent. */
  void intend(Runnable next) {
    recorder()
        .intend(
            failure -> {
              if (ended) {
                return;
              }
              if (failure == null) {
                next.run();
              } else {
                endUnrecorded(Failures.journal(this, failure));
              }
            });
  }

  /** It ends without success. */
  void end(Step step, PhoneNumberException failure) {
    close(step, failure.getClass().getSimpleName(), Stage.FAILED);
    fail(failure);
  }

  /** It ends by this answer, which says that there was no effect; but an attempt before may. */
  void endBy(ApiOperation api, PortException failure) {
    end(inDoubt ? Step.ABANDONED : Step.FAILED, endedBy(api, failure));
  }

  PhoneNumberException endedBy(ApiOperation api, PortException failure) {
    return inDoubt
        ? Failures.unknown(this, Optional.of(failure))
        : CallFailures.of(this, api, failure);
  }

  /** It ends so, before the call; but after a conflict an attempt may have acted all the same. */
  void endUnlessInDoubt(PhoneNumberException failure) {
    if (inDoubt) {
      end(Step.ABANDONED, Failures.unknown(this, Optional.empty()));
    } else {
      end(Step.FAILED, failure);
    }
  }

  /** An attempt may have acted, and no answer tells. */
  void doubt(boolean mayHaveActed) {
    inDoubt |= mayHaveActed;
  }

  boolean inDoubt() {
    return inDoubt;
  }

  @Override
  void stop(Reason reason) {
    if (ended) {
      return;
    }
    PhoneNumberException end =
        reason == Reason.DEADLINE ? course.overdue().orElseGet(() -> still(reason)) : still(reason);
    course.stop();
    boolean nothingSent = progress.attempts() == 0 && attemptsOfLastCall() == 0 && !inDoubt;
    if (reason == Reason.CANCELLED && engine.isClosed()) {
      close(Step.NOTE, "closed: to be gone on with", Stage.STOPPED);
    } else {
      close(nothingSent ? Step.FAILED : Step.ABANDONED, reason.name(), Stage.STOPPED);
    }
    fail(end);
  }

  /** The other, if it is the same operation. */
  @Nullable Execution<S, R> sameAs(Execution<?, ?> other) {
    boolean same =
        other.operation.spec().equals(operation.spec())
            && other.ticket.parameters().equals(ticket.parameters());
    @SuppressWarnings("unchecked") // One operation has one kind of result.
    Execution<S, R> its = same ? (Execution<S, R>) other : null;
    return its;
  }

  private void close(Step step, String detail, Stage stage) {
    ended = true;
    engine.endedHere(this);
    deadline.stop();
    recorder().close(step, detail);
    progress.reach(stage);
  }

  @Override
  void broken(Throwable failure) {
    try {
      if (!ended) {
        course.stop();
        close(Step.ABANDONED, "broken", Stage.FAILED);
      }
    } finally {
      super.broken(failure);
    }
  }

  @Override
  ApiOperation api() {
    return operation.api();
  }

  @Override
  String subject() {
    return operation.subject();
  }

  // What the phases share.

  BoundOperation<?, ?, S, R> operation() {
    return operation;
  }

  Course<S, R> course() {
    return course;
  }

  Announcer progress() {
    return progress;
  }

  Recorder recorder() {
    return new Recorder(this);
  }

  /** Whether the journal knows it, or is told now. */
  boolean isIntended() {
    return intended;
  }

  void intended() {
    intended = true;
  }

  Deadline deadline() {
    return deadline;
  }

  boolean hasEnded() {
    return ended;
  }

  /** For answers that come after the end and change nothing any more. */
  <T> Consumer<T> unlessEnded(Consumer<T> then) {
    return answer -> {
      if (!ended) {
        then.accept(answer);
      }
    };
  }

  /** A call of this operation, with its token and under its deadline. */
  <T> ApiCall<T> call(
      ApiOperation api, Function<Call, CompletionStage<T>> sender, ApiCall.Caller<T> caller) {
    var made = new ApiCall<>(this, operation.key(api), ticket.id(), deadline, sender, caller);
    lastCall = made;
    return made;
  }

  CompletionStage<S> look(Call attempt) {
    return operation.look(ticket.numberId(), attempt);
  }

  Survey<S> survey() {
    return engine.survey(operation);
  }

  /** For what is told by others: what breaks, ends this operation and none of theirs. */
  <T> Consumer<T> guarded(Consumer<T> then) {
    return told -> engine.guarded(this, () -> then.accept(told)).run();
  }

  LookOut lookOut() {
    return engine.lookOut(operation.lookKey());
  }

  void noteThrottling(PortException failure) {
    engine.noteThrottling(operation.lookKey(), failure);
  }

  /** The id that the caller gave stays: an ARN is found where a UUID may not be. */
  void name(Accepted answer) {
    if (ticket.numberId().isEmpty()) {
      answer.id().ifPresent(id -> ticket = ticket.accepted(id));
    }
  }

  @Override
  String standing() {
    String words = progress.latest(engine).inWords();
    return Optional.ofNullable(lastCall)
        .flatMap(ApiCall::hopelessWait)
        .map(wait -> words + " (at least " + Words.of(wait) + " more, beyond its deadline)")
        .orElse(words);
  }

  /** Of the operation's own call, or else of the one that was made last, if it is that. */
  @Override
  int attempts(ApiOperation of) {
    return of.equals(api()) ? progress.attempts() : attemptsOfLastCall();
  }

  private int attemptsOfLastCall() {
    return lastCall == null ? attemptsOfLastCall : lastCall.attempts();
  }

  /** The call is over, and only the number of its attempts is worth keeping. */
  void callIsOver() {
    attemptsOfLastCall = attemptsOfLastCall();
    lastCall = null;
  }

  @Override
  String advice(String now) {
    return operation.spec().advice().withWhatToMind(now);
  }

  @Override
  Optional<Ticket> currentTicket() {
    return Optional.of(ticket);
  }
}

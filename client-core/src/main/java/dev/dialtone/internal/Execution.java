package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Stage;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation from start to end, in four phases: {@link ReadingFirst}, {@link Submission}, {@link
 * Settlement}, {@link Finishing}. This class holds what they share and leads from one to the next.
 *
 * <p>Confined to the engine, but for {@link #ticket()}, {@link #now()} and {@link #onChange}.
 */
public final class Execution<X, P, S, R> extends Task<R> {
  private final OperationSpec<X, P, S, R> spec;
  private final Engine.Scope<X> scope;
  private final P parameters;
  private final Deadline deadline;
  private final boolean ownDeadline;
  private final Announcer announcer;
  private volatile Ticket ticket;
  private @Nullable Phase phase;
  private Optional<S> before = Optional.empty();
  private @Nullable ApiCall<?> lastCall;
  private Instant sentAt = Instant.MIN;
  private int attempts;
  private int looks;
  private boolean intended;
  private boolean ended;

  Execution(
      Engine engine,
      OperationSpec<X, P, S, R> spec,
      Engine.Scope<X> scope,
      P parameters,
      Terms terms) {
    super(engine, spec.api(), spec.subject().apply(parameters));
    this.spec = spec;
    this.scope = scope;
    this.parameters = parameters;
    this.ownDeadline = terms.deadline().isPresent();
    this.deadline =
        new Deadline(
            engine.timer(),
            terms.deadline().orElse(spec.deadline()),
            engine.inside(this, () -> stop(Reason.DEADLINE)));
    this.announcer = new Announcer(engine);
    Instant now = engine.timer().now();
    this.ticket =
        new Ticket(
            spec.api().name(),
            UUID.randomUUID().toString(),
            scope.region(),
            terms.account(),
            now,
            terms.deadline().map(now::plus),
            spec.knownId().apply(parameters),
            spec.parameters().apply(parameters));
  }

  /** All that is known of the operation by now. Thread-safe. */
  public Ticket ticket() {
    return ticket;
  }

  /** Where it stands. Thread-safe. */
  public Standing now() {
    return announcer.latest();
  }

  /** Tells where it stands now and after each change, in order. Thread-safe. */
  public void onChange(Consumer<Standing> listener) {
    engine.inside(() -> announcer.add(listener)).run();
  }

  @Override
  void begin() {
    if (ownDeadline) {
      deadline.start();
    }
    if (spec.readsFirst() == null) {
      enter(new Submission<>(this));
    } else {
      enter(new ReadingFirst<>(this, spec.readsFirst()));
    }
  }

  /** Nothing is in the way: the call may be sent. */
  void ready(Optional<S> seenBefore) {
    before = seenBefore;
    enter(new Submission<>(this));
  }

  /** The service took the call. */
  void accepted() {
    enter(new Settlement<>(this, before));
  }

  /** It is as wanted. */
  void settled(R result) {
    FollowUp<X, P> next = spec.followUp();
    if (next != null && next.wanted().test(parameters)) {
      enter(new Finishing<>(this, next, result));
    } else {
      done(result);
    }
  }

  void done(R result) {
    close(Step.SETTLED, "", Stage.DONE);
    succeed(result);
  }

  /** Records the intent, unless it is, and goes on once it is safe; else nothing is sent. */
  void intend(Runnable next) {
    if (intended) {
      next.run();
      return;
    }
    record(Step.INTENT, "")
        .whenComplete(
            (recorded, failure) -> engine.inside(this, () -> recorded(next, failure)).run());
  }

  private void recorded(Runnable next, @Nullable Throwable failure) {
    if (ended) {
      return;
    }
    if (failure == null) {
      next.run();
    } else {
      intended = false;
      end(Step.FAILED, Failures.journal(this, failure));
    }
  }

  /** What came in after the end is recorded. */
  void recordedLate() {
    engine.inside(() -> engine.recorded(this)).run();
  }

  /** It ends without success. */
  void end(Step step, PhoneNumberException failure) {
    close(step, failure.getClass().getSimpleName(), Stage.FAILED);
    fail(failure);
  }

  @Override
  void stop(Reason reason) {
    if (ended) {
      return;
    }
    PhoneNumberException end =
        reason == Reason.DEADLINE && phase != null ? phase.overdue() : still(reason);
    stopPhase();
    boolean nothingSent = attempts + attempts() == 0;
    close(nothingSent ? Step.FAILED : Step.ABANDONED, reason.name(), Stage.STOPPED);
    fail(end);
  }

  private void enter(Phase next) {
    if (!ended) {
      phase = next;
      next.begin();
    }
  }

  private void close(Step step, String detail, Stage stage) {
    ended = true;
    deadline.stop();
    if (intended) {
      record(step, detail);
    }
    reach(stage);
  }

  @Override
  void broken(Throwable failure) {
    try {
      if (!ended) {
        stopPhase();
        close(Step.ABANDONED, "broken", Stage.FAILED);
      }
    } finally {
      super.broken(failure);
    }
  }

  private void stopPhase() {
    if (phase != null) {
      phase.stop();
    }
  }

  // What the phases share.

  OperationSpec<X, P, S, R> spec() {
    return spec;
  }

  Deadline deadline() {
    return deadline;
  }

  boolean hasEnded() {
    return ended;
  }

  /** A call of this operation, with its token and under its deadline. */
  <T> ApiCall<T> call(
      ApiOperation operation, Function<Call, CompletionStage<T>> sender, ApiCall.Caller<T> caller) {
    var made = new ApiCall<>(this, scope.key(operation), ticket.id(), deadline, sender, caller);
    lastCall = made;
    return made;
  }

  CompletionStage<Accepted> send(Call attempt) {
    return spec.calls().send(scope.port(), parameters, attempt);
  }

  CompletionStage<S> look(Call attempt) {
    return spec.looks().send(scope.port(), parameters, ticket.numberId(), attempt);
  }

  CompletionStage<Void> follow(FollowUp<X, P> next, Call attempt) {
    return next.calls().send(scope.port(), parameters, ticket.numberId().orElseThrow(), attempt);
  }

  FirstSight<R> judgeFirst(BiFunction<P, Optional<S>, FirstSight<R>> judge, Optional<S> seen) {
    return judge.apply(parameters, seen);
  }

  Verdict<R> judge(Sighting<S> sighting) {
    return spec.settles().apply(parameters, sighting);
  }

  LookOut lookOut() {
    return engine.lookOut(scope.key(spec.lookApi()));
  }

  void noteThrottling(PortException failure) {
    engine.noteThrottling(scope.key(spec.lookApi()), failure);
  }

  /** The id that the caller gave stays: an ARN is found where a UUID may not be. */
  void name(Accepted answer) {
    if (ticket.numberId().isEmpty()) {
      answer.id().ifPresent(id -> ticket = ticket.accepted(id));
    }
  }

  CompletionStage<Void> record(Step step, String detail) {
    intended = true;
    return engine.record(ticket, step, detail);
  }

  void sent(int attempt) {
    if (attempts == 0 && attempt > 0) {
      sentAt = engine.timer().now();
    }
    attempts = attempt;
  }

  /** When the call was first sent; before that it can have had no effect. */
  Instant sentAt() {
    return sentAt;
  }

  void looked() {
    looks++;
  }

  void reach(Stage stage) {
    reach(stage, Optional.empty(), Optional.empty());
  }

  void reach(Stage stage, Optional<String> seen, Optional<Instant> nextLook) {
    Standing last = announcer.latest();
    announcer.tell(new Standing(stage, attempts, looks, seen.or(last::lastStatus), nextLook));
  }

  @Override
  String standing() {
    return announcer.latest().inWords();
  }

  /** Of the call that was made last: the one that a failure is about. */
  @Override
  int attempts() {
    return lastCall == null ? 0 : lastCall.attempts();
  }

  @Override
  Optional<Ticket> currentTicket() {
    return Optional.of(ticket);
  }
}

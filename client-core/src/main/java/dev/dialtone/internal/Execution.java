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
  private final Scope<X> scope;
  private final P parameters;
  private final Deadline deadline;
  private final boolean ownDeadline;
  private final Announcer announcer;
  private final Recorder recorder;
  private volatile Ticket ticket;
  private @Nullable Phase phase;
  private Optional<S> before = Optional.empty();
  private @Nullable ApiCall<?> lastCall;
  private Instant sentAt = Instant.MIN;
  private int attempts;
  private int looks;
  private int conflicts;
  private boolean inDoubt;
  private boolean ended;

  Execution(
      Engine engine, OperationSpec<X, P, S, R> spec, Scope<X> scope, P parameters, Terms terms) {
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
    this.recorder = new Recorder(engine, this::ticket);
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
    readFirst();
  }

  private void readFirst() {
    var judge = spec.readsFirst();
    enter(judge == null ? new Submission<>(this) : new ReadingFirst<>(this, judge));
  }

  /** Nothing that was seen is in the way. */
  void ready(Optional<S> seenBefore) {
    before = seenBefore;
    Question<X, P, S> question = spec.question();
    if (question == null || seenBefore.isEmpty()) {
      submit();
    } else {
      enter(new Asking<>(this, question, seenBefore.get()));
    }
  }

  /** The call may be sent. */
  void submit() {
    enter(new Submission<>(this));
  }

  /** After a conflict, reads what is there, and goes on from that; not for ever. */
  boolean readsAgain() {
    conflicts++;
    boolean again = spec.readsFirst() != null && conflicts < engine.maxAttempts();
    if (again) {
      readFirst();
    }
    return again;
  }

  /** The service took the call. */
  void accepted() {
    if (spec.settles() == null) {
      settled(spec.result().apply(before.orElseThrow()));
    } else {
      enter(new Settlement<>(this, spec.settles(), before));
    }
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
    recorder
        .intend()
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
      recorder.forgetIntent();
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

  /** It ends by this answer, which says that there was no effect; but an attempt before may. */
  void endBy(ApiOperation api, PortException failure) {
    end(inDoubt ? Step.ABANDONED : Step.FAILED, endedBy(api, failure));
  }

  PhoneNumberException endedBy(ApiOperation api, PortException failure) {
    return inDoubt
        ? Failures.unknown(this, Optional.of(failure))
        : CallFailures.of(this, api, failure);
  }

  /** An attempt may have acted, and no answer tells. */
  void doubt(boolean mayHaveActed) {
    inDoubt |= mayHaveActed;
  }

  boolean inDoubt() {
    return inDoubt;
  }

  /** Whether a number that is not there any more may be what was asked for. */
  boolean mayBeGone() {
    return spec.doneOnceGone() && before.isPresent();
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
    recorder.close(step, detail);
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
      ApiOperation operation, Function<Call, CompletionStage<T>> sender, ApiCall.Caller<T> caller) {
    var made = new ApiCall<>(this, scope.key(operation), ticket.id(), deadline, sender, caller);
    lastCall = made;
    return made;
  }

  CompletionStage<Accepted> send(Call attempt) {
    return spec.calls().send(scope.port(), parameters, before, attempt);
  }

  CompletionStage<Boolean> ask(Question<X, P, S> question, S seen, Call attempt) {
    return question.asks().send(scope.port(), parameters, seen, attempt);
  }

  CompletionStage<S> look(Call attempt) {
    return spec.looks().send(scope.port(), parameters, ticket.numberId(), attempt);
  }

  CompletionStage<Accepted> follow(FollowUp<X, P> next, Call attempt) {
    return next.calls().send(scope.port(), parameters, ticket.numberId().orElseThrow(), attempt);
  }

  FirstSight<R> judgeFirst(BiFunction<P, Optional<S>, FirstSight<R>> judge, Optional<S> seen) {
    return judge.apply(parameters, seen);
  }

  Verdict<R> judge(BiFunction<P, Sighting<S>, Verdict<R>> judge, Sighting<S> sighting) {
    return judge.apply(parameters, sighting);
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
    return recorder.record(step, detail);
  }

  void sent(int attempt) {
    if (attempts == 0 && attempt > 0) {
      sentAt = engine.timer().now();
    }
    attempts = attempt;
  }

  /** How often the call was sent. */
  int sent() {
    return attempts;
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
    if (lastCall == null) {
      return 0;
    }
    return lastCall.isOf(spec.api()) ? attempts : lastCall.attempts();
  }

  @Override
  String advice(String now) {
    String always = spec.advice().always();
    return always.isEmpty() ? now : now + "; " + always;
  }

  @Override
  Optional<Ticket> currentTicket() {
    return Optional.of(ticket);
  }
}

package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.internal.Sighting.Evidence;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * From phase to phase: perhaps {@link Resuming}, {@link ReadingFirst} and perhaps {@link Asking},
 * {@link Submission}, perhaps {@link Reconciling}, {@link Settlement}, {@link Finishing}. Confined
 * to the engine.
 */
final class Course<S, R> {
  private final Execution<S, R> execution;
  private @Nullable Phase phase;
  private @Nullable S before;
  private Optional<PortException> lastWord = Optional.empty();
  private boolean asBefore = true;
  private boolean taken;

  Course(Execution<S, R> execution) {
    this.execution = execution;
  }

  /** An operation that may not be new is looked up first. */
  void enter(Origin origin) {
    if (origin.mayBeKnown()) {
      enter(new Resuming<>(execution, origin));
    } else {
      begin();
    }
  }

  /** Goes on with what another process, or an earlier wish with the same key, has begun. */
  void resume(Recorded known) {
    boolean refused = known.end().filter(Step.FAILED::equals).isPresent();
    if (refused && known.reached() != Step.ACCEPTED) {
      execution.endUnrecorded(Failures.endedBefore(execution, known.detail()));
    } else {
      resume(
          known.end().filter(Step.SETTLED::equals).isPresent() ? Step.ACCEPTED : known.reached());
    }
  }

  /** Goes on from there: accepted is looked at, what may have been sent is read about. */
  void resume(Step reached) {
    if (reached == Step.ACCEPTED) {
      accepted();
    } else if (reached == Step.SENDING) {
      execution.doubt(true);
      readAbout();
    } else {
      begin();
    }
  }

  /** Reads what an attempt without an answer may have done, before another is made. */
  void readAbout() {
    if (operation().hasFinder()) {
      enter(new Reconciling<>(execution, Optional.empty()));
    } else {
      begin();
    }
  }

  /** First what is there is read, where it could be mistaken for the operation's own doing. */
  void begin() {
    if (operation().readsFirst()) {
      enter(new ReadingFirst<>(execution));
    } else {
      submit();
    }
  }

  /** Nothing that was seen is in the way. */
  void ready(Optional<S> seenBefore) {
    asBefore = execution.isAsBefore(seenBefore);
    if (before == null || !execution.inDoubt()) {
      before = seenBefore.orElse(null);
    }
    if (!execution.inDoubt()) {
      seenBefore.ifPresent(execution::before);
    }
    Optional<ApiOperation> question = operation().question();
    if (question.isPresent() && before != null) {
      enter(new Asking<>(execution, question.get(), before));
    } else {
      submit();
    }
  }

  /** The call may be sent. */
  void submit() {
    if (execution.isLate() && !execution.inDoubt()) {
      execution.stop(Reason.DEADLINE);
    } else if (lastWord.isPresent() || execution.isLate()) {
      execution.end(
          Step.ABANDONED,
          Failures.unknown(execution, lastWord, Optional.of(asBefore ? "as before" : "changed")));
    } else if (execution.inDoubt()
        && execution.isStale()
        && operation().readsFirst()
        && !asBefore) {
      execution.end(
          Step.ABANDONED,
          Failures.unknown(
              execution, Optional.empty(), Optional.of("neither as wanted nor as before")));
    } else {
      enter(new Submission<>(execution));
    }
  }

  /**
   * This answer allows no other attempt, but an earlier one may have acted: what is there may tell.
   */
  boolean reconciles(PortException last) {
    if (!execution.inDoubt() || lastWord.isPresent()) {
      return false;
    }
    if (operation().hasFinder()) {
      lastWord = Optional.of(last);
      enter(new Reconciling<>(execution, lastWord));
    } else if (operation().readsFirst()) {
      lastWord = Optional.of(last);
      enter(new Pausing(execution, last, this::begin));
    }
    return lastWord.isPresent();
  }

  /** After the last word, a read that fails as well changes nothing about it. */
  boolean endsUnseen(PortException failure) {
    if (lastWord.isPresent()) {
      execution.end(
          Step.ABANDONED,
          Failures.unknown(execution, lastWord, Optional.of("not to be seen: " + failure.kind())));
    }
    return lastWord.isPresent();
  }

  /** The number was found where it was wanted, and its id is known now. */
  void adopt(PhoneNumberId id) {
    execution.name(new Accepted(Optional.of(id)));
    var unused = execution.recorder().record(Step.ACCEPTED, "found");
    accepted();
  }

  CompletionStage<Accepted> send(Call attempt) {
    return operation().send(before(), attempt);
  }

  /**
   * After a conflict, or no answer where there is no token: reads what is there and goes on from
   * that, if the call may be sent again.
   */
  boolean readsAgain(PortException failure) {
    boolean again =
        operation().readsFirst()
            && execution.progress().attempts() < execution.engine.maxAttempts();
    if (again) {
      enter(new Pausing(execution, failure, this::begin));
    }
    return again;
  }

  /** What a read before the call means; once the call was taken it only tells the result. */
  FirstSight<R> judge(Sighting<S> sighting) {
    return taken && sighting.now().isPresent()
        ? new FirstSight.AlreadyDone<>(operation().result(sighting.now().get()))
        : operation().judgeFirst(sighting);
  }

  /** There is no such number: it may be gone as was asked for. */
  boolean isGone() {
    boolean wasThere = before != null || execution.inDoubt();
    boolean asAskedFor = operation().spec().doneOnceGone() && wasThere;
    if (asAskedFor) {
      settle(execution.inDoubt() ? Evidence.DOUBT : Evidence.NONE);
    }
    return asAskedFor;
  }

  /** The service took the call. */
  void accepted() {
    if (!operation().isDoneOnceTaken()) {
      settle(Evidence.TAKEN);
    } else if (before == null) {
      taken = true;
      begin(); // What it was taken for is read, for the result.
    } else {
      settled(operation().result(before));
    }
  }

  /** No answer says that the call was taken, but what is there does. */
  void underWay() {
    settle(Evidence.DOUBT);
  }

  /** What was there before the call was first sent. */
  Optional<S> before() {
    return Optional.ofNullable(before);
  }

  private void settle(Evidence evidence) {
    execution.callIsOver();
    before = before().map(operation()::remembers).orElse(null);
    enter(new Settlement<>(execution, evidence));
  }

  /** It is as wanted. */
  void settled(R result) {
    Optional<ApiOperation> next = operation().followUp();
    if (next.isPresent()) {
      enter(new Finishing<>(execution, next.get(), result));
    } else {
      execution.done(result);
    }
  }

  /** What it ends in if its deadline is over now. */
  Optional<PhoneNumberException> overdue() {
    return Optional.ofNullable(phase).map(Phase::overdue);
  }

  void stop() {
    if (phase != null) {
      phase.stop();
    }
  }

  private void enter(Phase next) {
    if (!execution.hasEnded()) {
      phase = next;
      next.begin();
    }
  }

  private BoundOperation<?, ?, S, R> operation() {
    return execution.operation();
  }
}

package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.internal.Sighting.Evidence;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * From phase to phase: {@link ReadingFirst} and perhaps {@link Asking}, {@link Submission}, {@link
 * Settlement}, {@link Finishing}. Confined to the engine.
 */
final class Course<S, R> {
  private final Execution<S, R> execution;
  private @Nullable Phase phase;
  private Optional<S> before = Optional.empty();

  Course(Execution<S, R> execution) {
    this.execution = execution;
  }

  /** First what is there is read, where it could be mistaken for the operation's own doing. */
  void begin() {
    enter(operation().readsFirst() ? new ReadingFirst<>(execution) : new Submission<>(execution));
  }

  /** Nothing that was seen is in the way. */
  void ready(Optional<S> seenBefore) {
    if (before.isEmpty() || !execution.inDoubt()) {
      before = seenBefore;
    }
    Optional<ApiOperation> question = operation().question();
    if (question.isPresent() && before.isPresent()) {
      enter(new Asking<>(execution, question.get(), before.get()));
    } else {
      submit();
    }
  }

  /** The call may be sent. */
  void submit() {
    enter(new Submission<>(execution));
  }

  CompletionStage<Accepted> send(Call attempt) {
    return operation().send(before, attempt);
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

  /** There is no such number: it may be gone as was asked for. */
  boolean isGone() {
    boolean asAskedFor = operation().spec().doneOnceGone() && before.isPresent();
    if (asAskedFor) {
      settle(execution.inDoubt() ? Evidence.DOUBT : Evidence.NONE);
    }
    return asAskedFor;
  }

  /** The service took the call. */
  void accepted() {
    if (operation().isDoneOnceTaken()) {
      settled(operation().result(before.orElseThrow()));
    } else {
      settle(Evidence.TAKEN);
    }
  }

  /** No answer says that the call was taken, but what is there does. */
  void underWay() {
    settle(Evidence.DOUBT);
  }

  /** What was there before the call was first sent. */
  Optional<S> before() {
    return before;
  }

  private void settle(Evidence evidence) {
    enter(new Settlement<>(execution, before, evidence));
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

package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Phase 1, where the status could be mistaken for an older one: reads what is there. As wanted is
 * done; busy is waited for; all else may be sent, and what was seen is remembered.
 */
final class ReadingFirst<X, P, S, R> implements Phase {
  private final Execution<X, P, S, R> execution;
  private final BiFunction<P, Optional<S>, FirstSight<R>> judge;
  private final ApiCall<S> read;
  private @Nullable Looking<S> waiting;
  private @Nullable PortException lastMiss;

  ReadingFirst(Execution<X, P, S, R> execution, BiFunction<P, Optional<S>, FirstSight<R>> judge) {
    this.execution = execution;
    this.judge = judge;
    this.read =
        execution.call(
            execution.spec().lookApi(),
            execution::look,
            new Answers<>(
                execution.unlessEnded(seen -> saw(Optional.of(seen))),
                execution.unlessEnded(this::failed)));
  }

  @Override
  public void begin() {
    execution.reach(Stage.READING_FIRST);
    read.begin();
  }

  private void failed(PortException failure) {
    if (failure.kind() == PortException.Kind.NOT_FOUND) {
      lastMiss = failure;
      saw(Optional.empty());
    } else {
      execution.endBy(execution.spec().lookApi(), failure);
    }
  }

  private void saw(Optional<S> seen) {
    FirstSight<R> first = execution.judgeFirst(judge, seen);
    if (first instanceof FirstSight.AlreadyDone<R> done) {
      execution.settled(done.result());
    } else if (first instanceof FirstSight.Busy<R> busy) {
      waitFor(busy.seen());
    } else if (first instanceof FirstSight.Missing<R>) {
      missing();
    } else if (first instanceof FirstSight.Refused<R> refused) {
      execution.end(Step.FAILED, Failures.refused(execution, refused));
    } else {
      execution.ready(seen);
    }
  }

  private void waitFor(String seen) {
    if (waiting == null) {
      waiting = new Looking<>(execution, Stage.WAITING_FOR_PREVIOUS, this::saw, this::failed);
      waiting.begin(Optional.of(seen));
    } else {
      waiting.again(seen);
    }
  }

  @Override
  public void stop() {
    read.stop();
    if (waiting != null) {
      waiting.stop();
    }
  }

  @Override
  public PhoneNumberException overdue() {
    PortException last = read.lastFailure();
    // Once it is waited for, the read was answered, whatever failed before.
    return last == null || waiting != null
        ? execution.still(Reason.DEADLINE)
        : execution.endedBy(execution.spec().lookApi(), last);
  }

  private void missing() {
    if (execution.mayBeGone()) {
      execution.accepted();
    } else if (lastMiss == null) {
      execution.end(Step.FAILED, Failures.gone(execution, execution.spec().lookApi()));
    } else {
      execution.endBy(execution.spec().lookApi(), lastMiss);
    }
  }
}

package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.internal.Sighting.Evidence;
import dev.dialtone.model.Masked;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.PortException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Phase 1, where the status could be mistaken for an older one: reads what is there. As wanted is
 * done; busy is waited for; all else may be sent, and what was seen is remembered.
 */
final class ReadingFirst<S, R> implements Phase {
  private final Execution<S, R> execution;
  private final ApiCall<S> read;
  private @Nullable Constancy constancy;
  private @Nullable Waiting waiting;
  private @Nullable PortException lastMiss;
  private boolean busySeen;

  ReadingFirst(Execution<S, R> execution) {
    this.execution = execution;
    this.read =
        execution.call(
            execution.operation().lookApi(),
            execution::look,
            new Answers<>(
                execution.unlessEnded(seen -> saw(Optional.of(seen))),
                execution.unlessEnded(this::failed)));
  }

  @Override
  public void begin() {
    execution.progress().reach(Stage.READING_FIRST);
    BatchLine<?, ?> line = execution.operation().line();
    boolean together =
        line != null
            && execution.operation().hasOverview()
            && execution.progress().attempts() == 0
            && !execution.inDoubt()
            && execution.survey().pays(line.size());
    if (together) {
      execution
          .survey()
          .join(
              execution.operation().surveyed(),
              execution.operation()::isBelievedBeforehand,
              execution.guarded(execution.unlessEnded(this::shown)),
              execution.engine.guarded(execution, read::begin));
    } else {
      read.begin();
    }
  }

  private void shown(S seen) {
    execution.deadline().start();
    saw(Optional.of(seen));
  }

  private void failed(PortException failure) {
    if (failure.kind() == PortException.Kind.NOT_FOUND) {
      lastMiss = failure;
      saw(Optional.empty());
    } else if (!execution.course().endsUnseen(failure)) {
      execution.endBy(execution.operation().lookApi(), failure);
    }
  }

  private void saw(Optional<S> seen) {
    long time = execution.engine.nanoTime();
    constancy = Constancy.with(constancy, seen, time);
    var sighting =
        new Sighting<>(
            seen,
            execution.course().before(),
            execution.isAsBefore(seen),
            busySeen,
            constancy.until(time),
            evidence());
    FirstSight<R> first = execution.course().judge(sighting);
    if (first instanceof FirstSight.AlreadyDone<R> done) {
      execution.course().settled(done.result());
    } else if (first instanceof FirstSight.Busy<R> busy) {
      busySeen = true;
      waitFor(Masked.inText(busy.seen()));
    } else if (first instanceof FirstSight.UnderWay<R>) {
      execution.course().underWay();
    } else if (first instanceof FirstSight.Missing<R>) {
      missing();
    } else if (first instanceof FirstSight.Refused<R> refused) {
      execution.endUnlessInDoubt(Failures.refused(execution, refused));
    } else {
      execution.course().ready(seen);
    }
  }

  private Evidence evidence() {
    return execution.inDoubt() ? Evidence.DOUBT : Evidence.NONE;
  }

  private void waitFor(String seen) {
    if (waiting == null) {
      waiting = new Waiting();
      waiting.startLooking(seen);
    } else {
      waiting.again(seen);
    }
  }

  @Override
  public void stop() {
    read.stop();
    if (waiting != null) {
      waiting.stopLooking();
    }
  }

  @Override
  public PhoneNumberException overdue() {
    PortException last = read.lastFailure();
    if (execution.inDoubt()) {
      return Failures.unknown(execution, Optional.ofNullable(last));
    }
    // Once it is waited for, the read was answered, whatever failed before.
    return last == null || waiting != null
        ? execution.still(Reason.DEADLINE)
        : CallFailures.of(execution, execution.operation().lookApi(), last);
  }

  private void missing() {
    if (execution.course().isGone()) {
      return;
    }
    if (lastMiss == null) {
      execution.endUnlessInDoubt(Failures.gone(execution, execution.operation().lookApi()));
    } else {
      execution.endBy(execution.operation().lookApi(), lastMiss);
    }
  }

  /** For what is in progress to end. */
  private final class Waiting extends Looking<S, R> {
    Waiting() {
      super(ReadingFirst.this.execution);
    }

    @Override
    Stage stage() {
      return Stage.WAITING_FOR_PREVIOUS;
    }

    @Override
    void judge(Optional<S> seen) {
      ReadingFirst.this.saw(seen);
    }

    @Override
    void failed(PortException failure) {
      ReadingFirst.this.failed(failure);
    }

    /** A repeat rests on what is seen: what is in doubt, only a look at the number decides. */
    @Override
    @Nullable Predicate<S> believed() {
      return execution.inDoubt() ? null : execution.operation()::isBelievedBeforehand;
    }
  }
}

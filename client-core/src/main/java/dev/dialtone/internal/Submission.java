package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Phase 2: the intent is recorded, then the call is sent, and again with the same token while that
 * may help. An answer that comes after the end is still recorded. A conflict is read about: another
 * operation may be in progress, or what an unanswered attempt has begun.
 */
final class Submission<S, R> implements Phase, ApiCall.Caller<Accepted> {
  private final Execution<S, R> execution;
  private final ApiCall<Accepted> call;

  Submission(Execution<S, R> execution) {
    this.execution = execution;
    this.call =
        execution
            .call(execution.api(), execution.course()::send, this)
            .after(execution.progress().attempts());
    if (!execution.operation().spec().readsBeforeRepeat()) {
      call.trusting(execution.engine.tokenTrust());
    }
    if (execution.operation().line() != null) {
      call.in(execution.operation().line());
    }
    if (execution.operation().spec().readsBeforeRepeat()) {
      call.unlessInDoubt(execution.inDoubt());
    }
  }

  @Override
  public void begin() {
    execution.intend(call::begin);
  }

  @Override
  public CompletionStage<Void> before(int attempt) {
    return execution.recorder().record(Step.SENDING, "attempt " + attempt);
  }

  @Override
  public void reached(Stage stage) {
    execution.progress().sent(call.attempts(), execution.engine.timer());
    if (!execution.hasEnded()) {
      execution.progress().reach(stage);
    }
  }

  @Override
  public void stale() {
    execution.doubt(call.mayHaveActed());
    execution.course().readAbout();
  }

  @Override
  public void unsafe(Throwable why) {
    execution.doubt(call.mayHaveActed());
    if (execution.inDoubt()) {
      execution.end(
          Step.ABANDONED,
          Failures.unknown(
              execution,
              Optional.ofNullable(call.lastFailure()),
              Optional.of("not sent again: " + why)));
    } else {
      execution.end(Step.FAILED, Failures.journal(execution, why));
    }
  }

  @Override
  public void repeats(PortException failure) {
    execution.recorder().note(failure.summary());
  }

  @Override
  public void answered(Accepted answer) {
    execution.name(answer);
    var recorded = execution.recorder().record(Step.ACCEPTED, "");
    if (execution.hasEnded()) {
      if (!execution.engine.isClosed()) {
        recorded = execution.recorder().record(Step.ABANDONED, "taken after that");
      }
      recorded.whenComplete((done, failure) -> recordedLate());
    } else {
      execution.course().accepted();
    }
  }

  @Override
  public void failed(PortException failure) {
    execution.doubt(call.mayHaveActed());
    if (execution.hasEnded()) {
      Step step = execution.inDoubt() ? Step.ABANDONED : Step.FAILED;
      execution
          .recorder()
          .record(execution.engine.isClosed() ? Step.NOTE : step, failure.summary())
          .whenComplete((done, broken) -> recordedLate());
    } else {
      execution.recorder().note(failure.summary());
      if (!goesOn(failure) && !execution.course().reconciles(failure)) {
        execution.endBy(execution.api(), failure);
      }
    }
  }

  /** A refusal, or no answer, that is not the last word. */
  private boolean goesOn(PortException failure) {
    boolean ours = execution.inDoubt() && failure.kind() == PortException.Kind.CONFLICT;
    if (ours && execution.operation().spec().readsBeforeRepeat()) {
      execution.course().underWay(); // Without a token our own attempt is in our way.
      return true;
    }
    if (failure.retryable() && execution.operation().spec().readsBeforeRepeat()) {
      return execution.course().readsAgain(failure);
    }
    return switch (failure.kind()) {
      case NOT_FOUND -> execution.course().isGone();
      case CONFLICT -> execution.course().readsAgain(failure);
      default -> false;
    };
  }

  /** What came in after the end is recorded. */
  private void recordedLate() {
    execution.engine.inside(() -> execution.engine.recorded(execution)).run();
  }

  @Override
  public void stop() {
    if (call.isOnTheWire()) {
      execution.engine.owesRecord(execution);
    }
    call.stop();
  }

  @Override
  public PhoneNumberException overdue() {
    execution.doubt(call.mayHaveActed());
    PortException last = call.lastFailure();
    if (last != null) {
      return execution.endedBy(execution.api(), last);
    }
    return execution.inDoubt()
        ? Failures.unknown(execution, Optional.empty())
        : execution.still(Reason.DEADLINE);
  }
}

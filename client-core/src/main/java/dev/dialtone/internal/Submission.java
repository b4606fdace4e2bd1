package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException;
import java.util.Optional;

/**
 * Phase 2: the intent is recorded, then the call is sent, and again with the same token while that
 * may help. An answer that comes after the end is still recorded.
 */
final class Submission<X, P, S, R> implements Phase, ApiCall.Caller<Accepted> {
  private final Execution<X, P, S, R> execution;
  private final ApiCall<Accepted> call;

  Submission(Execution<X, P, S, R> execution) {
    this.execution = execution;
    this.call = execution.call(execution.spec().api(), execution::send, this);
  }

  @Override
  public void begin() {
    execution.intend(call::begin);
  }

  @Override
  public void reached(Stage stage) {
    execution.sent(call.attempts());
    if (!execution.hasEnded()) {
      execution.reach(stage);
    }
  }

  @Override
  public void answered(Accepted answer) {
    execution.name(answer);
    var recorded = execution.record(Step.ACCEPTED, "");
    if (execution.hasEnded()) {
      recorded.whenComplete((done, failure) -> execution.recordedLate());
    } else {
      execution.accepted();
    }
  }

  @Override
  public void failed(PortException failure) {
    Step step = call.mayHaveActed() ? Step.ABANDONED : Step.FAILED;
    if (execution.hasEnded()) {
      execution
          .record(step, failure.summary())
          .whenComplete((done, broken) -> execution.recordedLate());
    } else {
      execution.end(step, end(failure));
    }
  }

  private PhoneNumberException end(PortException failure) {
    return call.mayHaveActed()
        ? Failures.unknown(execution, Optional.of(failure))
        : Failures.of(execution, execution.spec().api(), failure);
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
    PortException last = call.lastFailure();
    if (last != null) {
      return end(last);
    }
    return call.mayHaveActed()
        ? Failures.unknown(execution, Optional.empty())
        : execution.still(Reason.DEADLINE);
  }
}

package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException;
import java.util.Optional;

/** Phase 4: what was asked for besides. If it fails, the operation itself is done all the same. */
final class Finishing<S, R> implements Phase {
  private final Execution<S, R> execution;
  private final ApiOperation next;
  private final ApiCall<Accepted> call;

  Finishing(Execution<S, R> execution, ApiOperation next, R result) {
    this.execution = execution;
    this.next = next;
    this.call =
        execution.call(
            next,
            attempt -> execution.operation().follow(numberId(), attempt),
            new Answers<>(
                execution.unlessEnded(attached -> execution.done(result)),
                execution.unlessEnded(
                    failure -> execution.end(Step.SETTLED, missing(Optional.of(failure))))));
  }

  @Override
  public void begin() {
    execution.progress().reach(Stage.FINISHING);
    execution.intend(call::begin);
  }

  @Override
  public void stop() {
    call.stop();
  }

  @Override
  public PhoneNumberException overdue() {
    return missing(Optional.ofNullable(call.lastFailure()));
  }

  private PhoneNumberException missing(Optional<PortException> last) {
    return Failures.flowMissing(execution, next, numberId(), call.mayHaveActed(), last);
  }

  private PhoneNumberId numberId() {
    return execution.ticket().numberId().orElseThrow();
  }
}

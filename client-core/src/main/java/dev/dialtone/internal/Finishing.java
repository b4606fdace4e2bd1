package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException;
import java.util.Optional;

/** Phase 4: what was asked for besides. If it fails, the operation itself is done all the same. */
final class Finishing<X, P, S, R> implements Phase {
  private final Execution<X, P, S, R> execution;
  private final FollowUp<X, P> next;
  private final ApiCall<Accepted> call;

  Finishing(Execution<X, P, S, R> execution, FollowUp<X, P> next, R result) {
    this.execution = execution;
    this.next = next;
    this.call =
        execution.call(
            next.api(),
            attempt -> execution.follow(next, attempt),
            new Answers<>(
                execution.unlessEnded(attached -> execution.done(result)),
                execution.unlessEnded(
                    failure -> execution.end(Step.SETTLED, missing(Optional.of(failure))))));
  }

  @Override
  public void begin() {
    execution.reach(Stage.FINISHING);
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
    return Failures.flowMissing(
        execution, next.api(), execution.ticket().numberId().orElseThrow(), last);
  }
}

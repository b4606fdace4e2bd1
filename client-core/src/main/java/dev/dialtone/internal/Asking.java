package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.ApiOperation;
import java.util.Optional;

/** Phase 1, second part: asks the {@link Question}, where the operation has one. */
final class Asking<S, R> implements Phase {
  private final Execution<S, R> execution;
  private final ApiCall<Boolean> call;

  Asking(Execution<S, R> execution, ApiOperation question, S seen) {
    this.execution = execution;
    this.call =
        execution
            .call(
                question,
                attempt -> execution.operation().ask(seen, attempt),
                new Answers<>(
                    execution.unlessEnded(
                        asWanted -> {
                          if (asWanted) {
                            execution.course().settled(execution.operation().result(seen));
                          } else {
                            execution.course().submit();
                          }
                        }),
                    execution.unlessEnded(unanswered -> execution.course().submit())))
            .once();
  }

  @Override
  public void begin() {
    execution.progress().reach(Stage.READING_FIRST);
    call.begin();
  }

  @Override
  public void stop() {
    call.stop();
  }

  @Override
  public PhoneNumberException overdue() {
    return execution.inDoubt()
        ? Failures.unknown(execution, Optional.empty())
        : execution.still(Reason.DEADLINE);
  }
}

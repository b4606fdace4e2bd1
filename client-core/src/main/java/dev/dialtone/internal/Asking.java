package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Stage;

/** Phase 1, second part: asks the {@link Question}, where the operation has one. */
final class Asking<X, P, S, R> implements Phase {
  private final Execution<X, P, S, R> execution;
  private final ApiCall<Boolean> call;

  Asking(Execution<X, P, S, R> execution, Question<X, P, S> question, S seen) {
    this.execution = execution;
    this.call =
        execution.call(
            question.api(),
            attempt -> execution.ask(question, seen, attempt),
            new Answers<>(
                execution.unlessEnded(
                    asWanted -> {
                      if (asWanted) {
                        execution.settled(execution.spec().result().apply(seen));
                      } else {
                        execution.submit();
                      }
                    }),
                execution.unlessEnded(unanswered -> execution.submit())));
  }

  @Override
  public void begin() {
    execution.reach(Stage.READING_FIRST);
    call.begin();
  }

  @Override
  public void stop() {
    call.stop();
  }

  @Override
  public PhoneNumberException overdue() {
    return execution.still(Reason.DEADLINE);
  }
}

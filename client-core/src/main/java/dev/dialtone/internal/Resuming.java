package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Stage;

/**
 * Before all else, where an operation may not be new: what the journal knows of it, and whether it
 * is ours to go on with.
 */
final class Resuming<S, R> implements Phase {
  private final Execution<S, R> execution;

  Resuming(Execution<S, R> execution) {
    this.execution = execution;
  }

  @Override
  public void begin() {
    execution.progress().reach(Stage.STARTED);
    execution
        .engine
        .journal()
        .take(execution.ticket().id())
        .whenComplete(
            (known, failure) ->
                execution
                    .engine
                    .inside(
                        execution,
                        () -> {
                          if (failure == null) {
                            execution.unlessEnded(execution::resume).accept(known);
                          } else {
                            execution.unlessEnded(this::failed).accept(failure);
                          }
                        })
                    .run());
  }

  private void failed(Throwable failure) {
    execution.endUnrecorded(Failures.journal(execution, failure));
  }

  @Override
  public void stop() {}

  @Override
  public PhoneNumberException overdue() {
    return execution.still(Reason.DEADLINE);
  }
}

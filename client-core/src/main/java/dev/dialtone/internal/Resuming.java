package dev.dialtone.internal;

import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.spi.OperationJournal.Step;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Before all else, where an operation may not be new: what the journal knows of it, and whether it
 * is ours to go on with.
 */
final class Resuming<S, R> implements Phase {
  private final Execution<S, R> execution;
  private final Origin origin;

  Resuming(Execution<S, R> execution, Origin origin) {
    this.execution = execution;
    this.origin = origin;
  }

  @Override
  public void begin() {
    execution.progress().reach(Stage.STARTED);
    if (origin.taken().isPresent()) {
      goOn(origin.taken());
    } else {
      on(execution.engine.journal().take(execution.ticket().id()), this::goOn);
    }
  }

  private void goOn(Optional<Recorded> known) {
    if (known.isPresent()) {
      goOnWith(known.get());
    } else if (origin.isNew()) {
      execution.course().begin();
    } else {
      goOnWithTicketAlone();
    }
  }

  private void goOnWith(Recorded known) {
    if (!execution.engine.journal().has(known)) {
      execution.endUnrecorded(Failures.followedElsewhere(execution, known.leaseUntil()));
    } else if (!known.ticket().parameters().equals(execution.ticket().parameters())) {
      execution.endUnrecorded(Failures.otherParameters(execution));
    } else {
      execution.isKnownAs(known.ticket());
      execution.course().resume(known);
    }
  }

  /** Nobody wrote down whether it was sent, so it may have been. */
  private void goOnWithTicketAlone() {
    boolean named = execution.ticket().numberId().isPresent() && execution.operation().hasFinder();
    Step reached = named ? Step.ACCEPTED : Step.SENDING;
    on(
        execution.recorder().record(reached, "resumed from its ticket"),
        safe -> execution.course().resume(reached));
  }

  private <T> void on(CompletionStage<T> answer, Consumer<T> then) {
    answer.whenComplete(
        (value, failure) ->
            execution
                .engine
                .inside(
                    execution,
                    () -> {
                      if (failure == null) {
                        execution.unlessEnded(then).accept(value);
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

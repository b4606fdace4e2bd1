package dev.dialtone;

import dev.dialtone.internal.Execution;
import dev.dialtone.internal.Task;
import dev.dialtone.model.Ticket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The engine's tasks, as callers see them. */
final class Running {
  private Running() {}

  static <T> Answer<T> answer(Task<T> task) {
    return new TaskAnswer<>(task);
  }

  static <T> Operation<T> operation(Execution<?, T> execution) {
    return new ExecutionOperation<>(execution);
  }

  private record TaskAnswer<T>(Task<T> task) implements Answer<T> {
    @Override
    public T await(Duration patience) {
      return task.await(patience);
    }

    @Override
    public CompletableFuture<T> toFuture() {
      return task.toFuture();
    }
  }

  private static final class ExecutionOperation<T> implements Operation<T> {
    private final Execution<?, T> execution;

    ExecutionOperation(Execution<?, T> execution) {
      this.execution = execution;
    }

    @Override
    public T await(Duration patience) {
      return execution.await(patience);
    }

    @Override
    public CompletableFuture<T> toFuture() {
      return execution.toFuture();
    }

    @Override
    public Ticket ticket() {
      return execution.ticket();
    }

    @Override
    public Progress progress() {
      return Progress.of(execution.now());
    }

    @Override
    public Operation<T> onProgress(Consumer<Progress> listener) {
      execution.onChange(standing -> listener.accept(Progress.of(standing)));
      return this;
    }

    @Override
    public void cancel() {
      execution.cancel();
    }

    @Override
    public String toString() {
      return ticket() + " " + execution.now().stage();
    }
  }
}

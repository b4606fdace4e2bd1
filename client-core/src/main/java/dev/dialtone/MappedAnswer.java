package dev.dialtone;

import dev.dialtone.internal.Task;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A task's answer in the words of callers. */
record MappedAnswer<F, T>(Task<F> task, Function<F, T> words) implements Answer<T> {
  @Override
  public T await(Duration patience) {
    return words.apply(task.await(patience));
  }

  @Override
  public CompletableFuture<T> toFuture() {
    var all =
        new CompletableFuture<T>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            boolean ends = !isDone();
            task.cancel();
            return ends;
          }
        };
    CompletionStage<F> end = task.toFuture();
    end.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            all.complete(words.apply(value));
          } else {
            all.completeExceptionally(failure);
          }
        });
    return all;
  }
}

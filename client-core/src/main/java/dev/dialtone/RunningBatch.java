package dev.dialtone;

import dev.dialtone.Outcome.Done;
import dev.dialtone.Outcome.NotDone;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.internal.Engine;
import dev.dialtone.model.E164;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The operations of a batch, awaited one after the other. */
final class RunningBatch<T> implements Batch<T> {
  private final Engine engine;
  private final Map<E164, Operation<T>> operations;

  RunningBatch(Engine engine, Map<E164, Operation<T>> operations) {
    this.engine = engine;
    this.operations = Collections.unmodifiableMap(operations);
  }

  @Override
  public Map<E164, Operation<T>> operations() {
    return operations;
  }

  @Override
  public Map<E164, Outcome<T>> await(Duration patience) {
    long since = engine.nanoTime();
    return each(
        operation ->
            outcome(operation, patience.minus(Duration.ofNanos(engine.nanoTime() - since))));
  }

  @Override
  public CompletableFuture<Map<E164, Outcome<T>>> toFuture() {
    var all =
        new CompletableFuture<Map<E164, Outcome<T>>>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            boolean ends = !isDone();
            operations.values().forEach(Operation::cancel);
            return ends;
          }
        };
    CompletionStage<Void> ended =
        CompletableFuture.allOf(
            operations.values().stream()
                .map(Operation::toFuture)
                .toArray(CompletableFuture<?>[]::new));
    ended.whenComplete(
        (done, oneFailed) -> all.complete(each(operation -> outcome(operation, Duration.ZERO))));
    return all;
  }

  private Map<E164, Outcome<T>> each(Function<Operation<T>, Outcome<T>> end) {
    Map<E164, Outcome<T>> outcomes = new LinkedHashMap<>();
    operations.forEach((number, operation) -> outcomes.put(number, end.apply(operation)));
    return Collections.unmodifiableMap(outcomes);
  }

  private Outcome<T> outcome(Operation<T> operation, Duration patience) {
    try {
      return new Done<>(operation.await(patience));
    } catch (StillInProgressException still) {
      if (still.reason() == Reason.PATIENCE || still.reason() == Reason.INTERRUPTED) {
        throw still; // Only the wait has ended.
      }
      return new NotDone<>(still);
    } catch (PhoneNumberException failure) {
      return new NotDone<>(failure);
    }
  }
}

package dev.dialtone;

import dev.dialtone.Outcome.Done;
import dev.dialtone.Outcome.NotDone;
import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.E164;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The operations of a batch, awaited one after the other. */
final class RunningBatch<T> implements Batch<T> {
  private final LongSupplier nanoTime;
  private final Map<E164, Operation<T>> operations;

  RunningBatch(LongSupplier nanoTime, Map<E164, Operation<T>> operations) {
    this.nanoTime = nanoTime;
    this.operations = Collections.unmodifiableMap(operations);
  }

  @Override
  public Map<E164, Operation<T>> operations() {
    return operations;
  }

  @Override
  public Map<E164, Outcome<T>> await(Duration patience) {
    long since = nanoTime.getAsLong();
    try {
      return each(
          operation ->
              outcome(operation, patience.minus(Duration.ofNanos(nanoTime.getAsLong() - since))));
    } catch (StillInProgressException one) {
      throw ofAll(one);
    }
  }

  @Override
  public void cancel() {
    operations.values().forEach(Operation::cancel);
  }

  @Override
  public CompletableFuture<Map<E164, Outcome<T>>> toFuture() {
    var all =
        new CompletableFuture<Map<E164, Outcome<T>>>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            boolean ends = !isDone();
            RunningBatch.this.cancel();
            return ends;
          }
        };
    CompletionStage<Void> ended =
        CompletableFuture.allOf(
            operations.values().stream()
                .map(Operation::toFuture)
                .toArray(CompletableFuture<?>[]::new));
    ended.whenComplete(
        (done, oneFailed) -> {
          try {
            all.complete(each(operation -> outcome(operation, Duration.ZERO)));
          } catch (RuntimeException | Error broken) {
            all.completeExceptionally(broken);
          }
        });
    return all;
  }

  /** The first that has not ended is one of many. */
  private StillInProgressException ofAll(StillInProgressException one) {
    List<Progress> all = operations.values().stream().map(Operation::progress).toList();
    long ended = all.stream().filter(each -> each.stage().isEnd()).count();
    int sent = all.stream().mapToInt(Progress::attempts).max().orElse(0);
    return new StillInProgressException(
        ErrorDetails.of(
                one.operation(),
                ended + " of " + all.size() + " have ended",
                "the others go on: await longer, or keep their tickets, which are in operations()")
            .withEffort(sent, one.elapsed()),
        one.reason());
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

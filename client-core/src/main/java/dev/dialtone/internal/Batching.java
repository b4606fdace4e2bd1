package dev.dialtone.internal;

import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * How many calls of an operation are sent as one.
 *
 * @param most at most so many
 * @param calls the port's method
 */
record Batching<X, P>(int most, SendMany<X, P> calls) {
  /** Sends the one call, and tells which of its parts were refused, and why. */
  @FunctionalInterface
  interface SendMany<X, P> {
    CompletionStage<Map<P, PortException>> send(X port, List<P> all, Call call);
  }

  /** Sends one as a batch of one. */
  <S> Submit<X, P, S> alone() {
    return (port, parameters, before, call) ->
        calls
            .send(port, List.of(parameters), call)
            .thenCompose(
                refused -> {
                  @Nullable PortException why = refused.get(parameters);
                  return why == null
                      ? CompletableFuture.completedStage(Accepted.WITHOUT_ID)
                      : CompletableFuture.failedStage(why);
                });
  }
}

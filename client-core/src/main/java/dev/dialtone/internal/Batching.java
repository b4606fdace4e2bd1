package dev.dialtone.internal;

import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

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
}

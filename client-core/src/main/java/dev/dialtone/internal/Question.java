package dev.dialtone.internal;

import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Call;
import java.util.concurrent.CompletionStage;

/**
 * Asks, where the look before the call does not show it, whether the number is as wanted already.
 * It only spares the call: without an answer the call is sent, and must then change nothing.
 *
 * @param api what is called
 * @param asks the port's method
 */
record Question<X, P, S>(ApiOperation api, Asker<X, P, S> asks) {
  /** Asks about the number that was seen. */
  @FunctionalInterface
  interface Asker<X, P, S> {
    CompletionStage<Boolean> send(X port, P parameters, S seenBefore, Call call);
  }
}

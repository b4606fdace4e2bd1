package dev.dialtone.internal;

import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.ApiOperation;
import dev.dialtone.spi.Call;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * What is done to a number once the operation itself has settled. It is repeat-safe by nature.
 *
 * @param api what is called
 * @param wanted whether the parameters ask for it
 * @param calls the port's method
 */
record FollowUp<X, P>(ApiOperation api, Predicate<P> wanted, Sender<X, P> calls) {
  /** Sends it for the settled number. */
  @FunctionalInterface
  interface Sender<X, P> {
    CompletionStage<Accepted> send(X port, P parameters, PhoneNumberId id, Call call);
  }
}

package dev.dialtone.internal;

import dev.dialtone.spi.Accepted;
import dev.dialtone.spi.Call;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Sends the call that changes something; it may need what was seen before. */
@FunctionalInterface
interface Submit<X, P, S> {
  CompletionStage<Accepted> send(X port, P parameters, Optional<S> seenBefore, Call call);
}

package dev.dialtone.internal;

import dev.dialtone.spi.Call;
import java.util.concurrent.CompletionStage;

/** One method of a port: who is asked, with what, how, and the answer to come. */
@FunctionalInterface
interface PortCall<X, P, T> {
  CompletionStage<T> send(X port, P parameters, Call call);
}

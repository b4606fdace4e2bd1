package dev.dialtone.aws;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A synchronous call in the shape of an asynchronous one. */
public final class Blocking {
  private Blocking() {}

  /** Blocks its caller for as long as the call takes; the future is done. */
  public static <Q, S> CompletableFuture<S> done(Function<Q, S> call, Q request) {
    try {
      return CompletableFuture.completedFuture(call.apply(request));
    } catch (Throwable failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }
}

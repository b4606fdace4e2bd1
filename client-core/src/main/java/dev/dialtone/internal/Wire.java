package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.QuotaGate.Reservation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The one place from which the engine calls a port, and what it makes of a port that misbehaves.
 */
final class Wire {
  private Wire() {}

  /** Sends one attempt; its end happens inside the engine, whatever the port does. */
  static <T> void send(
      Task<?> task,
      Function<Call, CompletionStage<T>> sender,
      Reservation permit,
      Call call,
      Consumer<T> answered,
      Consumer<PortException> failed) {
    Runnable left = task.engine.inside(permit::left);
    CompletionStage<T> answer;
    try {
      answer = requireNonNull(sender.apply(call.leaving(left)), "no stage");
    } catch (RuntimeException | Error broken) {
      answer = CompletableFuture.failedFuture(broken);
    }
    answer.whenComplete(
        (value, failure) ->
            task.engine
                .inside(
                    task,
                    () -> {
                      permit.left();
                      try {
                        if (failure == null) {
                          answered.accept(value);
                        } else {
                          failed.accept(portException(failure));
                        }
                      } finally {
                        permit.ended();
                      }
                    })
                .run());
  }

  /** A port that breaks its contract is taken for the worst: it may have acted, nobody knows. */
  static PortException portException(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof PortException port
        ? port
        : PortException.of(
                PortException.Kind.UNEXPECTED,
                PortException.Reached.MAYBE,
                "the port failed in a way it must not: " + cause)
            .cause(cause)
            .build();
  }
}

package dev.dialtone.connect;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.dialtone.spi.Call;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * Sends one request, once, off the caller's thread, and translates whatever comes of it, an {@link
 * Error} too: an answer that never came would leave an operation without an end. This class is
 * thread-safe.
 */
final class Sender implements AutoCloseable {
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Sender::daemon);

  Sender() {
    thread.allowCoreThreadTimeOut(true);
  }

  <S, T> CompletionStage<T> send(
      Call call,
      Function<AwsRequestOverrideConfiguration, CompletableFuture<S>> request,
      Function<S, T> reply) {
    var trace = new CallTrace();
    var answer = new CompletableFuture<T>();
    CompletionStage<T> ended = answer;
    var waiting = new CompletableFuture<Boolean>();
    ended.whenComplete((value, failure) -> waiting.complete(false));
    whenOver(
        waiting,
        call.timeout(),
        () -> answer.completeExceptionally(ConnectFailures.late(call.timeout(), trace)));
    try {
      thread.execute(
          () -> {
            if (!answer.isDone()) {
              CompletableFuture<S> response = started(request, trace);
              finish(response, reply, trace, answer);
              // Frees the connection if the answer is there first; else it has no effect.
              ended.whenComplete((value, failure) -> response.cancel(true));
            }
          });
    } catch (RejectedExecutionException closed) {
      answer.completeExceptionally(
          ConnectFailures.translate(new IllegalStateException("the adapter is closed"), trace));
    }
    return answer;
  }

  /**
   * The SDK's own time-out, which a user may have set shorter, begins only once the credentials are
   * found; this one includes that, and the wait for the thread.
   */
  private static void whenOver(CompletableFuture<Boolean> waiting, Duration time, Runnable end) {
    CompletionStage<Boolean> over =
        waiting.completeOnTimeout(true, NANOSECONDS.convert(time), NANOSECONDS);
    over.thenAccept(
        isOver -> {
          if (isOver) {
            end.run();
          }
        });
  }

  private static <S> CompletableFuture<S> started(
      Function<AwsRequestOverrideConfiguration, CompletableFuture<S>> request, CallTrace trace) {
    try {
      return request.apply(
          AwsRequestOverrideConfiguration.builder()
              .putExecutionAttribute(CallTrace.ATTRIBUTE, trace)
              .build());
    } catch (Throwable unsent) {
      return CompletableFuture.failedFuture(unsent);
    }
  }

  private static <S, T> void finish(
      CompletionStage<S> response,
      Function<S, T> reply,
      CallTrace trace,
      CompletableFuture<T> answer) {
    response.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            answer.completeExceptionally(ConnectFailures.translate(failure, trace));
            return;
          }
          try {
            answer.complete(reply.apply(value));
          } catch (Throwable unreadable) {
            answer.completeExceptionally(ConnectFailures.unreadable(unreadable, trace));
          }
        });
  }

  private static Thread daemon(@Nullable Runnable task) {
    Thread made = new Thread(task, "dialtone-connect");
    made.setDaemon(true);
    return made;
  }

  /** What waits for the thread is not sent any more. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}

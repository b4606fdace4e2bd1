package dev.dialtone.connect;

import dev.dialtone.spi.Call;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/**
 * Sends one request, once, off the caller's thread, and translates whatever comes of it. This class
 * is thread-safe.
 */
final class Sender implements AutoCloseable {
  private final Optional<Duration> usersTimeout;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Sender::daemon);

  Sender(ClientOverrideConfiguration users) {
    usersTimeout = users.apiCallTimeout();
    thread.allowCoreThreadTimeOut(true);
  }

  <S, T> CompletionStage<T> send(
      Call call,
      Function<AwsRequestOverrideConfiguration, CompletableFuture<S>> request,
      Function<S, T> reply) {
    var trace = new CallTrace();
    var answer = new CompletableFuture<T>();
    Runnable sending = () -> finish(started(request, settings(call, trace)), reply, trace, answer);
    try {
      thread.execute(sending);
    } catch (RejectedExecutionException closed) {
      answer.completeExceptionally(ConnectFailures.translate(closed, trace));
    }
    return answer;
  }

  private static <S> CompletionStage<S> started(
      Function<AwsRequestOverrideConfiguration, CompletableFuture<S>> request,
      AwsRequestOverrideConfiguration settings) {
    try {
      return request.apply(settings);
    } catch (RuntimeException unsent) {
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
          } catch (RuntimeException unreadable) {
            answer.completeExceptionally(ConnectFailures.unreadable(unreadable, trace));
          }
        });
  }

  /** The shorter of the two time-outs counts: the user's own setting survives. */
  private AwsRequestOverrideConfiguration settings(Call call, CallTrace trace) {
    Duration timeout =
        usersTimeout.filter(users -> users.compareTo(call.timeout()) < 0).orElse(call.timeout());
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(timeout)
        .putExecutionAttribute(CallTrace.ATTRIBUTE, trace)
        .build();
  }

  private static Thread daemon(@Nullable Runnable task) {
    Thread made = new Thread(task, "dialtone-connect");
    made.setDaemon(true);
    return made;
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}

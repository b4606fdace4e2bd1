package dev.dialtone.aws;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Sends one request, once, off the caller's thread, and translates whatever comes of it, an {@link
 * Error} too: an answer that never came would leave an operation without an end. This class is
 * thread-safe.
 */
public final class Sender implements AutoCloseable {
  /** With the timer's thread these are four; a hanging call leaves two for the others. */
  private static final int BLOCKING_CALLS = 3;

  private final ThreadPoolExecutor threads;
  private final SdkFailures failures;
  private final RequestSettings kind;
  private final Set<Runnable> underway = ConcurrentHashMap.newKeySet();

  private Sender(int count, String name, ErrorCodes codes, RequestSettings kind) {
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> daemon(task, name));
    threads.allowCoreThreadTimeOut(true);
    failures = new SdkFailures(codes);
    this.kind = kind;
  }

  /**
   * For a client that answers on threads of its own.
   *
   * @param name of the thread that builds and hands over the requests
   */
  public static Sender async(String name, ErrorCodes codes, RequestSettings kind) {
    return new Sender(1, name, codes, kind);
  }

  /**
   * For a client that answers on the thread that asks; the settings must limit its time.
   *
   * @param name of the threads on which the calls wait
   */
  public static Sender blocking(String name, ErrorCodes codes, RequestSettings kind) {
    return new Sender(BLOCKING_CALLS, name, codes, kind);
  }

  /** Sends this request with that operation of the client; the reply maps the answer. */
  public <
          B extends AwsRequest.Builder & CopyableBuilder<B, Q>,
          Q extends AwsRequest & ToCopyableBuilder<B, Q>,
          S,
          T>
      CompletionStage<T> send(
          Call call, B request, Function<Q, CompletableFuture<S>> operation, Function<S, T> reply) {
    return send(
        call,
        settings -> {
          request.overrideConfiguration(settings);
          CopyableBuilder<B, Q> whole = request;
          return operation.apply(whole.build());
        },
        reply);
  }

  private <S, T> CompletionStage<T> send(
      Call call,
      Function<AwsRequestOverrideConfiguration, CompletableFuture<S>> request,
      Function<S, T> reply) {
    var trace = new CallTrace(call.leaves());
    var answer = new CompletableFuture<T>();
    endInTime(answer, call.timeout(), trace);
    long end = System.nanoTime() + NANOSECONDS.convert(call.timeout());
    var task =
        new FutureTask<>(
            () -> {
              if (!answer.isDone()) {
                finish(started(request, trace, end), reply, trace, answer);
              }
            },
            null);
    endAtClose(answer, trace, task);
    try {
      threads.execute(task);
    } catch (RejectedExecutionException afterClose) {
      answer.completeExceptionally(closed(trace));
    }
    return answer;
  }

  /**
   * The SDK's own time-out, which a user may have set shorter, begins only once the credentials are
   * found; this one includes that, and the wait for the thread.
   */
  private static void endInTime(CompletableFuture<?> answer, Duration time, CallTrace trace) {
    var waiting = new CompletableFuture<Boolean>();
    CompletionStage<?> ended = answer;
    ended.whenComplete((value, failure) -> waiting.complete(false));
    CompletionStage<Boolean> over =
        waiting.completeOnTimeout(true, NANOSECONDS.convert(time), NANOSECONDS);
    over.thenAccept(
        isOver -> {
          if (isOver) {
            answer.completeExceptionally(SdkFailures.late(time, trace));
          }
        });
  }

  private void endAtClose(CompletableFuture<?> answer, CallTrace trace, Future<?> task) {
    Runnable giveUp =
        () -> {
          if (trace.giveUp() && answer.completeExceptionally(closed(trace))) {
            task.cancel(true);
          }
        };
    underway.add(giveUp);
    CompletionStage<?> ended = answer;
    ended.whenComplete((value, failure) -> underway.remove(giveUp));
  }

  private <S> CompletableFuture<S> started(
      Function<AwsRequestOverrideConfiguration, CompletableFuture<S>> request,
      CallTrace trace,
      long end) {
    try {
      var settings =
          AwsRequestOverrideConfiguration.builder()
              .putExecutionAttribute(CallTrace.ATTRIBUTE, trace);
      // The SDK refuses a time-out of less than a millisecond.
      long left = Math.max(1, NANOSECONDS.toMillis(end - System.nanoTime()));
      kind.addTo(settings, Duration.ofMillis(left));
      return request.apply(settings.build());
    } catch (Throwable unsent) {
      return CompletableFuture.failedFuture(unsent);
    }
  }

  private <S, T> void finish(
      CompletableFuture<S> response,
      Function<S, T> reply,
      CallTrace trace,
      CompletableFuture<T> answer) {
    CompletionStage<S> replied = response;
    replied.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            answer.completeExceptionally(failures.translate(failure, trace));
            return;
          }
          try {
            answer.complete(reply.apply(value));
          } catch (Throwable unreadable) {
            answer.completeExceptionally(SdkFailures.unreadable(unreadable, trace));
          }
        });
    // Frees the connection if the answer is there first; else it has no effect.
    CompletionStage<T> ended = answer;
    ended.whenComplete((value, failure) -> response.cancel(true));
  }

  private static Thread daemon(@Nullable Runnable task, String name) {
    Thread made = new Thread(task, name);
    made.setDaemon(true);
    return made;
  }

  private PortException closed(CallTrace trace) {
    return failures.translate(new IllegalStateException("the adapter is closed"), trace);
  }

  /**
   * What has not left yet never does, and its thread is woken if it hangs. A thread that hands on
   * an answer is not interrupted: it may be inside the engine.
   */
  @Override
  public void close() {
    threads.shutdown();
    underway.forEach(Runnable::run);
  }
}

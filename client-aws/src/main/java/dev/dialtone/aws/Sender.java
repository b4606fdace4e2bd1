package dev.dialtone.aws;

import dev.dialtone.spi.Call;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
  private final TimeLimits underway = new TimeLimits();

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
    var sending = new Sending<>(call, kind, request, reply, failures);
    underway.add(sending);
    CompletionStage<T> answer = sending.answer();
    answer.whenComplete(
        (value, failure) -> {
          underway.remove(sending);
          sending.free();
        });
    try {
      threads.execute(sending.task());
    } catch (RejectedExecutionException afterClose) {
      sending.close();
    }
    return answer;
  }

  private static Thread daemon(@Nullable Runnable task, String name) {
    Thread made = new Thread(task, name);
    made.setDaemon(true);
    return made;
  }

  /**
   * What has not left yet never does, and its thread is woken if it hangs. A thread that hands on
   * an answer is not interrupted: it may be inside the engine.
   */
  @Override
  public void close() {
    threads.shutdown();
    underway.forEach(Sending::close);
  }
}

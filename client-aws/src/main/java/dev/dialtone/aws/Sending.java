package dev.dialtone.aws;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.dialtone.spi.Call;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * One request, from when it is asked for to its answer, which comes whatever happens. This class is
 * thread-safe.
 */
final class Sending<S, T> {
  private final Call call;
  private final RequestSettings kind;
  private final Function<AwsRequestOverrideConfiguration, CompletableFuture<S>> request;
  private final Function<S, T> reply;
  private final SdkFailures failures;
  private final CallTrace trace;
  private final long endsAt;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private final FutureTask<?> task = new FutureTask<>(this::begin, null);
  private volatile @Nullable CompletableFuture<S> response;

  Sending(
      Call call,
      RequestSettings kind,
      Function<AwsRequestOverrideConfiguration, CompletableFuture<S>> request,
      Function<S, T> reply,
      SdkFailures failures) {
    this.call = call;
    this.kind = kind;
    this.request = request;
    this.reply = reply;
    this.failures = failures;
    trace = new CallTrace(call.leaves());
    endsAt = System.nanoTime() + NANOSECONDS.convert(call.timeout());
  }

  /** To be run by a thread that may block. */
  Runnable task() {
    return task;
  }

  CompletionStage<T> answer() {
    return answer;
  }

  /**
   * By {@link System#nanoTime()}. The SDK's own time-out, which a user may have set shorter, begins
   * only once the credentials are found; this one includes that, and the wait for the thread.
   */
  long endsAt() {
    return endsAt;
  }

  /** Its time is over. */
  void late() {
    answer.completeExceptionally(SdkFailures.late(call.timeout(), trace));
  }

  /** What has not left yet never does, and its thread is woken if it hangs. */
  void close() {
    var closed = new IllegalStateException("the adapter is closed");
    if (trace.giveUp() && answer.completeExceptionally(failures.translate(closed, trace))) {
      task.cancel(true);
    }
  }

  private void begin() {
    if (answer.isDone()) {
      return;
    }
    CompletableFuture<S> begun = started();
    response = begun;
    CompletionStage<S> replied = begun;
    replied.whenComplete(this::finish);
    if (answer.isDone()) {
      free();
    }
  }

  /** Lets go of the connection if the answer is there before the reply; else it has no effect. */
  void free() {
    CompletableFuture<S> begun = response;
    if (begun != null) {
      begun.cancel(true);
    }
  }

  private CompletableFuture<S> started() {
    try {
      var settings =
          AwsRequestOverrideConfiguration.builder()
              .putExecutionAttribute(CallTrace.ATTRIBUTE, trace);
      // The SDK refuses a time-out of less than a millisecond.
      long left = Math.max(1, NANOSECONDS.toMillis(endsAt - System.nanoTime()));
      kind.addTo(settings, Duration.ofMillis(left));
      return request.apply(settings.build());
    } catch (Throwable unsent) {
      return CompletableFuture.failedFuture(unsent);
    }
  }

  private void finish(S value, Throwable failure) {
    if (failure != null) {
      answer.completeExceptionally(failures.translate(failure, trace));
      return;
    }
    try {
      answer.complete(reply.apply(value));
    } catch (Throwable unreadable) {
      answer.completeExceptionally(SdkFailures.unreadable(unreadable, trace));
    }
  }
}

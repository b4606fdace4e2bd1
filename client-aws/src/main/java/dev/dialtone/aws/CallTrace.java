package dev.dialtone.aws;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * What an exception of the SDK does not tell: which operation it was, whether anything was sent,
 * and the status and request id of a reply that could not be read. Thread-safe.
 */
final class CallTrace {
  /** The SDK refuses a name the second time, even from a second class loader that loads us. */
  static final ExecutionAttribute<CallTrace> ATTRIBUTE =
      new ExecutionAttribute<>(
          "dev.dialtone.CallTrace@"
              + Integer.toHexString(System.identityHashCode(CallTrace.class)));

  private enum Progress {
    UNSENT,
    SENT,
    GIVEN_UP
  }

  private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.UNSENT);
  private final Runnable leaves;
  private volatile String operation = "";
  private volatile @Nullable SdkHttpResponse reply;

  CallTrace(Runnable leaves) {
    this.leaves = leaves;
  }

  void begins(String name) {
    operation = name;
  }

  /** The first byte is about to leave; false if it must not, because the call was given up. */
  boolean maySend() {
    if (progress.compareAndSet(Progress.UNSENT, Progress.SENT)) {
      leaves.run();
      return true;
    }
    return wasSent();
  }

  /** Nothing may leave any more; false if something may have left already. */
  boolean giveUp() {
    return progress.compareAndSet(Progress.UNSENT, Progress.GIVEN_UP) || !wasSent();
  }

  void replied(SdkHttpResponse http) {
    reply = http;
  }

  String operation() {
    return operation;
  }

  boolean wasSent() {
    return progress.get() == Progress.SENT;
  }

  /** 0 if no reply began. */
  int status() {
    SdkHttpResponse http = reply;
    return http == null ? 0 : http.statusCode();
  }

  @Nullable String requestId() {
    SdkHttpResponse http = reply;
    return http == null ? null : http.firstMatchingHeader("x-amzn-RequestId").orElse(null);
  }
}

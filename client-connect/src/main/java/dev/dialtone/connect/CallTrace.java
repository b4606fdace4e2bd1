package dev.dialtone.connect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;

/**
 * What an exception of the SDK does not tell: which operation it was, whether anything was sent,
 * and the status and request id of a reply that could not be read. Thread-safe.
 */
final class CallTrace {
  static final ExecutionAttribute<CallTrace> ATTRIBUTE =
      new ExecutionAttribute<>("dev.dialtone.CallTrace");

  private volatile String operation = "";
  private volatile boolean sent;
  private volatile int status;
  private volatile @Nullable String requestId;

  void begins(String name) {
    operation = name;
  }

  void isSent() {
    sent = true;
  }

  void replied(int httpStatus, Optional<String> id) {
    status = httpStatus;
    requestId = id.orElse(null);
  }

  String operation() {
    return operation;
  }

  boolean wasSent() {
    return sent;
  }

  /** 0 if no reply began. */
  int status() {
    return status;
  }

  @Nullable String requestId() {
    return requestId;
  }
}

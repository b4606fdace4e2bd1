package dev.dialtone.aws.testing;

/** The four ways to give an adapter a client. */
public enum ClientKind {
  ASYNC_BUILDER,
  ASYNC_CLIENT,
  BLOCKING_BUILDER,
  BLOCKING_CLIENT;

  /** Whether its calls block. */
  public boolean isBlocking() {
    return this == BLOCKING_BUILDER || this == BLOCKING_CLIENT;
  }

  /** Whether the client stays the user's. */
  public boolean isReady() {
    return this == ASYNC_CLIENT || this == BLOCKING_CLIENT;
  }
}

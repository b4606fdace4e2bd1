package dev.dialtone.connect;

/** The four ways to give the adapter a client. */
enum ClientKind {
  ASYNC_BUILDER,
  ASYNC_CLIENT,
  BLOCKING_BUILDER,
  BLOCKING_CLIENT;

  boolean isBlocking() {
    return this == BLOCKING_BUILDER || this == BLOCKING_CLIENT;
  }

  /** Whether the client stays the user's. */
  boolean isReady() {
    return this == ASYNC_CLIENT || this == BLOCKING_CLIENT;
  }
}

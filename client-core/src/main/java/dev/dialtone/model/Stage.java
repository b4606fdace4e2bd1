package dev.dialtone.model;

/**
 * How far an operation is. It moves forward, but for repeats of a call and for the read after a
 * conflict.
 */
public enum Stage {
  /** Started; nothing has been sent. */
  STARTED,
  /** What is there now is being read, so that the answer can be told from what was before. */
  READING_FIRST,
  /** An earlier operation on the number is still in progress; this one waits for it. */
  WAITING_FOR_PREVIOUS,
  /** The call waits for its turn under the account's quota. */
  WAITING_FOR_QUOTA,
  /** The call is on the wire. */
  SENDING,
  /** The call failed in a way that may pass; it will be sent again with the same token. */
  WAITING_TO_REPEAT,
  /** The service took the call; the number is looked at until it has settled. */
  SETTLING,
  /** The number has settled; what was asked for besides, such as a flow, is being done. */
  FINISHING,
  /** Done and verified. */
  DONE,
  /** Ended without success. */
  FAILED,
  /** Waiting and looking ended (cancelled, closed, past the deadline); the service may go on. */
  STOPPED;

  /** Whether nothing more will happen. */
  public boolean isEnd() {
    return this == DONE || this == FAILED || this == STOPPED;
  }
}

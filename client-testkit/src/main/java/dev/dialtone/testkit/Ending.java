package dev.dialtone.testkit;

/** How a reply ends. */
enum Ending {
  WHOLE,
  /** The connection is reset instead. */
  RESET,
  /** The connection is closed instead. */
  CLOSED,
  /** The connection is closed in the middle of the body. */
  TRUNCATED
}

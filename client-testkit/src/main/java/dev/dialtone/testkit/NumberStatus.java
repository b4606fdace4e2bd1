package dev.dialtone.testkit;

/**
 * How the previous claim, import, move, change of description or release of a number went; names
 * are the service's own.
 */
enum NumberStatus {
  CLAIMED,
  IN_PROGRESS,
  FAILED
}

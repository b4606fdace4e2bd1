package dev.dialtone.testkit;

/** How the previous claim or move of a number went; names are the service's own. */
enum NumberStatus {
  CLAIMED,
  IN_PROGRESS,
  FAILED
}

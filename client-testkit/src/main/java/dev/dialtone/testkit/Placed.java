package dev.dialtone.testkit;

/** Something with a fixed place in a row, at which the next page can begin. */
interface Placed {
  int place();
}

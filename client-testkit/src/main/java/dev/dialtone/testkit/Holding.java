package dev.dialtone.testkit;

/** Whether the account has a number. */
enum Holding {
  HELD,
  /** After a failed claim or import: it fills no quota and may be tried again. */
  NOT_OBTAINED,
  /** After a release: no operation knows it any more. */
  RELEASED
}

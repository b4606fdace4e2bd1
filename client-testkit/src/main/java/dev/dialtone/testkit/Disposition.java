package dev.dialtone.testkit;

/** What became of a request. */
public enum Disposition {
  /** A write that changed something. */
  APPLIED,
  /** A write that had been made before: the first answer again, nothing changed. */
  REPLAYED,
  /** A read. */
  READ,
  /** Turned down by the stand-in's own rules. */
  REFUSED,
  /** Turned down with 429, by the token bucket or by {@link Fault#throttled()}. */
  THROTTLED,
  /**
   * Answered by a {@link Fault}, or with a body that one has damaged; {@link Ledger#effects()}
   * tells whether something was done.
   */
  FAULTED,
  /** The connection was reset; {@link Ledger#effects()} tells whether something was done. */
  LOST
}

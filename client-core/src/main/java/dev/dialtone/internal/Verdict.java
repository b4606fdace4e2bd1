package dev.dialtone.internal;

/** What a look means. */
sealed interface Verdict<R> {
  /** What the look saw, in the service's words. */
  String seen();

  /** Not settled: look again. {@code running} if the service says that it is at work. */
  record Pending<R>(String seen, boolean running) implements Verdict<R> {}

  /** Done, and the postcondition holds. */
  record Settled<R>(String seen, R result) implements Verdict<R> {}

  /** The service settled it as failed, for this reason. */
  record Failed<R>(String seen, String reason) implements Verdict<R> {}

  /** Accepted, yet it never showed: nobody knows what became of it. */
  record Lost<R>(String seen, String reason) implements Verdict<R> {}

  /** The service shows something that is not known, and kept doing so. */
  record Strange<R>(String seen, String reason) implements Verdict<R> {}
}

package dev.dialtone.internal;

/** What a read before the call means. */
sealed interface FirstSight<R> {
  /** Send the call. */
  record Ready<R>() implements FirstSight<R> {}

  /** It is as wanted already: send nothing. */
  record AlreadyDone<R>(R result) implements FirstSight<R> {}

  /** An earlier operation is in progress: read again later. */
  record Busy<R>(String seen) implements FirstSight<R> {}

  /** There is no such number: send nothing. */
  record Missing<R>() implements FirstSight<R> {}
}

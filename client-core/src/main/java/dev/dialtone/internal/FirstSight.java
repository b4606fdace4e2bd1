package dev.dialtone.internal;

import dev.dialtone.error.ErrorDetails;
import dev.dialtone.error.PhoneNumberException;
import java.util.function.Function;

/** What a read before the call means. */
sealed interface FirstSight<R> {
  /** Send the call. */
  record Ready<R>() implements FirstSight<R> {}

  /** It is as wanted already: send nothing. */
  record AlreadyDone<R>(R result) implements FirstSight<R> {}

  /** It is under way already, by an attempt of this very operation: send nothing, but look. */
  record UnderWay<R>() implements FirstSight<R> {}

  /** An earlier operation is in progress: read again later. */
  record Busy<R>(String seen) implements FirstSight<R> {}

  /** There is no such number: send nothing. */
  record Missing<R>() implements FirstSight<R> {}

  /**
   * The call must not be sent for this number.
   *
   * @param reason why
   * @param advice what to do now
   * @param as makes the failure
   */
  record Refused<R>(String reason, String advice, Function<ErrorDetails, PhoneNumberException> as)
      implements FirstSight<R> {}
}

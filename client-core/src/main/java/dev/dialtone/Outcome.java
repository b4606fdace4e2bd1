package dev.dialtone;

import dev.dialtone.error.PhoneNumberException;

/**
 * How one of many operations ended.
 *
 * @param <T> the result of those that are done
 */
public sealed interface Outcome<T> {
  /**
   * It is done.
   *
   * @param result what came of it
   */
  record Done<T>(T result) implements Outcome<T> {}

  /**
   * It is not done, or nobody knows: the failure says which, and what to do.
   *
   * @param failure why
   */
  record NotDone<T>(PhoneNumberException failure) implements Outcome<T> {}
}

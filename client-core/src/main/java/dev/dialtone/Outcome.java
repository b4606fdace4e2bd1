package dev.dialtone;

import dev.dialtone.error.PhoneNumberException;
import java.util.Optional;

/**
 * How one of many operations ended: it has either a result or a failure.
 *
 * @param <T> the result of those that are done
 */
public sealed interface Outcome<T> {
  /** What came of it; empty if it is not done. */
  Optional<T> result();

  /** Why it is not done, or why nobody knows; empty if it is done. */
  Optional<PhoneNumberException> failure();

  /**
   * It is done.
   *
   * @param value what came of it
   */
  record Done<T>(T value) implements Outcome<T> {
    @Override
    public Optional<T> result() {
      return Optional.of(value);
    }

    @Override
    public Optional<PhoneNumberException> failure() {
      return Optional.empty();
    }
  }

  /**
   * It is not done, or nobody knows: the failure says which, and what to do.
   *
   * @param reason why
   */
  record NotDone<T>(PhoneNumberException reason) implements Outcome<T> {
    @Override
    public Optional<T> result() {
      return Optional.empty();
    }

    @Override
    public Optional<PhoneNumberException> failure() {
      return Optional.of(reason);
    }
  }
}

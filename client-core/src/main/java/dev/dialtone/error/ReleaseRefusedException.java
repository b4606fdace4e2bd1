package dev.dialtone.error;

import dev.dialtone.model.E164;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The release was not sent: the number that the caller repeated is not the one the id has, or the
 * previous operation on it has FAILED and the request did not say {@code evenAfterFailure()}.
 */
public final class ReleaseRefusedException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String actualNumber;

  /** The failure with these details, and the number that the id has if it is another. */
  public ReleaseRefusedException(ErrorDetails details, Optional<E164> actualNumber) {
    super(details);
    this.actualNumber = actualNumber.map(E164::value).orElse(null);
  }

  /** The number that the id has, in clear, if it is not the one that was confirmed. */
  public Optional<E164> actualNumber() {
    return Optional.ofNullable(actualNumber).map(E164::of);
  }
}

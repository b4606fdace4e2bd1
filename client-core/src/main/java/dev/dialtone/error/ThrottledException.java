package dev.dialtone.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every attempt was refused because the account's quota was used up, by this or another process.
 * Nothing was changed.
 */
public final class ThrottledException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /** The failure with these details and the service's wish, where it named one. */
  public ThrottledException(ErrorDetails details, Optional<Duration> retryAfter) {
    super(details);
    this.retryAfter = retryAfter.orElse(null);
  }

  /** How long the service asked to wait, where it did. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}

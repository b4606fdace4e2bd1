package dev.dialtone.error;

import dev.dialtone.model.Masked;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service accepted the operation and then settled it as FAILED, typically because the target is
 * at its quota of numbers. After a claim the number is kept for a day: claim the <em>same</em>
 * number again until {@link #retryableUntil()}; never release it and claim another, which uses up
 * the account's churn allowance.
 */
public final class OperationFailedException extends PhoneNumberException {
  private static final long serialVersionUID = 1L;

  private final String statusMessage;
  private final @Nullable Instant retryableUntil;

  /** The failure with these details, the service's reason, and how long the number is kept. */
  public OperationFailedException(
      ErrorDetails details, String statusMessage, Optional<Instant> retryableUntil) {
    super(details);
    this.statusMessage = Masked.inText(statusMessage);
    this.retryableUntil = retryableUntil.orElse(null);
  }

  /** The service's reason, phone numbers masked; empty if it gave none. */
  public String statusMessage() {
    return statusMessage;
  }

  /**
   * Until when the same number can surely still be claimed: one day after the last moment at which
   * the claim had not failed. Empty unless a claim failed.
   */
  public Optional<Instant> retryableUntil() {
    return Optional.ofNullable(retryableUntil);
  }
}

package dev.dialtone.model;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.stream.Stream;

/**
 * What Amazon Connect says of the <em>previous</em> operation on a number. It names no operation,
 * so a status read just after a call may still speak of the one before. Unknown words are kept.
 *
 * <p>Refuses other text with an {@link IllegalArgumentException}.
 *
 * @param value the service's word, for example {@code CLAIMED}
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_PhoneNumberStatus.html">
 *     PhoneNumberStatus</a>
 */
public record NumberStatus(String value) {
  /** The previous claim or update succeeded. */
  public static final NumberStatus CLAIMED = new NumberStatus("CLAIMED");

  /** The previous claim or update is not finished. */
  public static final NumberStatus IN_PROGRESS = new NumberStatus("IN_PROGRESS");

  /** The previous claim or update failed; the number's status message says why. */
  public static final NumberStatus FAILED = new NumberStatus("FAILED");

  /** Very many operations keep what they saw last, which is mostly one of these. */
  private static final Map<String, NumberStatus> KNOWN =
      Stream.of(CLAIMED, IN_PROGRESS, FAILED)
          .collect(toUnmodifiableMap(NumberStatus::value, identity()));

  /** Refuses blank text. */
  public NumberStatus {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a status must not be blank, for example CLAIMED");
    }
  }

  /** The status of that name, known or not. */
  public static NumberStatus of(String value) {
    NumberStatus known = KNOWN.get(value);
    return known == null ? new NumberStatus(value) : known;
  }

  @Override
  public String toString() {
    return value;
  }
}

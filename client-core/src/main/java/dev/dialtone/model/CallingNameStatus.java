package dev.dialtone.model;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.stream.Stream;

/**
 * How the last change of a calling name ended, or that it has not. The constants are the words
 * known today; one that the service adds tomorrow is kept as its text.
 *
 * <p>Refuses blank text with an {@link IllegalArgumentException}.
 *
 * @param value the service's word, for example {@code Unassigned}
 */
public record CallingNameStatus(String value) {
  /** No calling name was ever set. */
  public static final CallingNameStatus UNASSIGNED = new CallingNameStatus("Unassigned");

  /** A change is on its way, for up to 72 hours; another is refused until then. */
  public static final CallingNameStatus UPDATE_IN_PROGRESS =
      new CallingNameStatus("UpdateInProgress");

  /** The last change has succeeded. */
  public static final CallingNameStatus UPDATE_SUCCEEDED = new CallingNameStatus("UpdateSucceeded");

  /** The last change has failed. */
  public static final CallingNameStatus UPDATE_FAILED = new CallingNameStatus("UpdateFailed");

  /** Very many operations keep what they saw last, which is mostly one of these. */
  private static final Map<String, CallingNameStatus> KNOWN =
      Stream.of(UNASSIGNED, UPDATE_IN_PROGRESS, UPDATE_SUCCEEDED, UPDATE_FAILED)
          .collect(toUnmodifiableMap(CallingNameStatus::value, identity()));

  /** Refuses blank text. */
  public CallingNameStatus {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "a calling name status must not be blank, for example Unassigned");
    }
  }

  /** The one of that name, known or not. */
  public static CallingNameStatus of(String value) {
    CallingNameStatus known = KNOWN.get(value);
    return known == null ? new CallingNameStatus(value) : known;
  }

  @Override
  public String toString() {
    return Masked.inText(value);
  }
}

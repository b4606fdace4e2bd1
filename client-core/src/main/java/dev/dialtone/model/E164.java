package dev.dialtone.model;

import java.util.regex.Pattern;

/**
 * A phone number in E.164 form: {@code +}, then 2 to 15 digits of which the first is not zero.
 *
 * <p>{@link #toString()} is masked; the number itself is {@link #value()}.
 *
 * <p>Refuses other text with an {@link IllegalArgumentException}.
 *
 * @param value the number in clear, for example {@code +12065550100}
 */
public record E164(String value) {
  private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{1,14}");

  /** Checks the form. */
  public E164 {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a phone number must be '+' and 2 to 15 digits, the first not 0, for example"
              + " +12065550100, but "
              + flaw(value));
    }
  }

  /** What is wrong, without a digit of what may be a number all the same. */
  private static String flaw(String text) {
    if (text.isEmpty()) {
      return "was empty";
    }
    if (!text.startsWith("+")) {
      return "did not begin with '+'";
    }
    String digits = text.substring(1);
    if (!digits.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
      return "held something else than digits after the '+'";
    }
    return digits.startsWith("0") ? "began with 0" : "had " + digits.length() + " digits";
  }

  /** The number, for example {@code E164.of("+12065550100")}. */
  public static E164 of(String value) {
    return new E164(value);
  }

  /**
   * The number that an Amazon Chime phone number id spells, for example {@code %2B12065550100}: AWS
   * sends its ids percent-encoded.
   *
   * @throws IllegalArgumentException if the text is no such id
   */
  public static E164 ofChimeId(String id) {
    return new E164(id.replaceFirst("^%2[Bb]", "+"));
  }

  /** The number as an Amazon Chime phone number id, for example {@code %2B12065550100}. */
  public String chimeId() {
    return "%2B" + value.substring(1);
  }

  /** The masked number, for example {@code *******0100}. */
  @Override
  public String toString() {
    return Masked.lastFour(value);
  }
}

package dev.dialtone.model;

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
  /** Checks the form. */
  public E164 {
    String flaw = flaw(value);
    if (!flaw.isEmpty()) {
      throw new IllegalArgumentException(
          "a phone number must be '+' and 2 to 15 digits, the first not 0, for example"
              + " +12065550100, but "
              + flaw);
    }
  }

  /** What is wrong, without a digit of what may be a number all the same; empty if nothing is. */
  private static String flaw(String text) {
    if (text.isEmpty()) {
      return "was empty";
    }
    if (text.charAt(0) != '+') {
      return "did not begin with '+'";
    }
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return "held something else than digits after the '+'";
      }
    }
    int digits = text.length() - 1;
    if (text.startsWith("0", 1)) {
      return "began with 0";
    }
    return digits < 2 || digits > 15 ? "had " + digits + " digits" : "";
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

package dev.dialtone.model;

/**
 * An ISO 3166 country code of two capital letters, for example {@code US}. Which countries have
 * numbers is Amazon's to say and changes, so every code of this form is accepted.
 *
 * <p>Refuses other text with an {@link IllegalArgumentException}.
 *
 * @param value the two letters
 */
public record CountryCode(String value) {
  /** Checks the form. */
  public CountryCode {
    if (value.length() != 2 || !isCapital(value.charAt(0)) || !isCapital(value.charAt(1))) {
      throw new IllegalArgumentException(
          "a country code must be two capital letters, for example US, but was "
              + Masked.shown(value));
    }
  }

  private static boolean isCapital(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  /** The country, for example {@code CountryCode.of("US")}. */
  public static CountryCode of(String value) {
    return new CountryCode(value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package dev.dialtone.model;

import java.util.regex.Pattern;

/**
 * An ISO 3166 country code of two capital letters, for example {@code US}. Which countries have
 * numbers is Amazon's to say and changes, so every code of this form is accepted.
 *
 * <p>Refuses other text with an {@link IllegalArgumentException}.
 *
 * @param value the two letters
 */
public record CountryCode(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

  /** Checks the form. */
  public CountryCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a country code must be two capital letters, for example US, but was "
              + Masked.shown(value));
    }
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

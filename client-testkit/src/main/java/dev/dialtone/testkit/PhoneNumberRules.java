package dev.dialtone.testkit;

import java.util.regex.Pattern;

/** What numbers that a test sets up may look like. */
final class PhoneNumberRules {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private PhoneNumberRules() {}

  static boolean isE164(String text) {
    return ConnectShapes.PHONE_NUMBER.allows(text);
  }

  /** Amazon Chime has no list of countries. */
  static boolean isCountry(String text) {
    return COUNTRY.matcher(text).matches();
  }
}

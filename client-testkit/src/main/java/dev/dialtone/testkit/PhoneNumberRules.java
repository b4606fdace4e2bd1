package dev.dialtone.testkit;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a phone number, a country code and a type may look like. The patterns of the published model
 * are escaped twice and would refuse every number with a plus; these are what they mean.
 */
final class PhoneNumberRules {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");
  private static final Pattern PREFIX = Pattern.compile("\\+?[0-9]{1,11}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Set<String> TYPES =
      Set.of(
          "TOLL_FREE", "DID", "UIFN", "SHARED", "THIRD_PARTY_TF", "THIRD_PARTY_DID", "SHORT_CODE");

  private PhoneNumberRules() {}

  static boolean isE164(String text) {
    return E164.matcher(text).matches();
  }

  static boolean isPrefix(String text) {
    return PREFIX.matcher(text).matches();
  }

  static boolean isCountry(String text) {
    return COUNTRY.matcher(text).matches();
  }

  static boolean isType(String text) {
    return TYPES.contains(text);
  }
}

package dev.dialtone.testkit;

/** A number in E.164 form, its country and its type. */
record PhoneNumber(String number, String country, String type) {

  /** What a test sets up wrongly fails at once. */
  PhoneNumber {
    Arguments.require(
        PhoneNumberRules.isCountry(country), "expected a country code, not " + country);
    Arguments.require(PhoneNumberRules.isType(type), "expected a phone number type, not " + type);
    Arguments.require(PhoneNumberRules.isE164(number), "expected an E.164 number, not " + number);
  }
}

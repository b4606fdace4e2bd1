package dev.dialtone.testkit;

/** A number in E.164 form, its country and its type. */
record PhoneNumber(String number, String country, String type) {

  /** What a test sets up wrongly fails at once. */
  PhoneNumber {
    Arguments.require(
        ConnectShapes.COUNTRY_CODE.allows(country), "expected a country code, not " + country);
    Arguments.require(
        ConnectShapes.PHONE_NUMBER_TYPE.allows(type), "expected a phone number type, not " + type);
    Arguments.require(PhoneNumberRules.isE164(number), "expected an E.164 number, not " + number);
  }
}

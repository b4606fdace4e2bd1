package dev.dialtone.testkit;

/** What a search looks for. */
record SearchQuery(String country, String type, String prefix) {

  static SearchQuery in(Members members) {
    String country = members.required("PhoneNumberCountryCode", 2);
    String type = members.required("PhoneNumberType", 50);
    String prefix = members.text("PhoneNumberPrefix", 12).orElse("+");
    check(PhoneNumberRules.isCountry(country), "PhoneNumberCountryCode", country);
    check(PhoneNumberRules.isType(type), "PhoneNumberType", type);
    check(prefix.equals("+") || PhoneNumberRules.isPrefix(prefix), "PhoneNumberPrefix", prefix);
    return new SearchQuery(country, type, prefix.startsWith("+") ? prefix : "+" + prefix);
  }

  boolean matches(OfferedNumber number) {
    return number.country().equals(country)
        && number.type().equals(type)
        && number.number().startsWith(prefix);
  }

  private static void check(boolean valid, String member, String value) {
    if (!valid) {
      throw AwsError.invalidParameter(member + " is not valid: " + value);
    }
  }
}

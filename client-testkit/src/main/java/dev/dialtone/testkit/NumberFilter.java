package dev.dialtone.testkit;

import java.util.List;
import java.util.function.Predicate;

/** Which numbers are looked for; without countries or types, those of any. */
record NumberFilter(List<String> countries, List<String> types, String prefix) {

  static NumberFilter ofSearch(Members members) {
    return checked(
        List.of(members.required("PhoneNumberCountryCode", 2)),
        List.of(members.required("PhoneNumberType", 50)),
        members);
  }

  static NumberFilter ofList(Members members) {
    List<String> countries = members.textList("PhoneNumberCountryCodes");
    List<String> types = members.textList("PhoneNumberTypes");
    if (countries.size() > 10 || types.size() > 6) {
      throw AwsError.invalidParameter("at most 10 country codes and 6 types may be given");
    }
    return checked(countries, types, members);
  }

  boolean matches(PhoneNumber number) {
    return (countries.isEmpty() || countries.contains(number.country()))
        && (types.isEmpty() || types.contains(number.type()))
        && number.number().startsWith(prefix);
  }

  private static NumberFilter checked(List<String> countries, List<String> types, Members members) {
    String prefix = members.text("PhoneNumberPrefix", 12).orElse("+");
    check(countries, PhoneNumberRules::isCountry, "country code");
    check(types, PhoneNumberRules::isType, "phone number type");
    if (!prefix.equals("+")) {
      check(List.of(prefix), PhoneNumberRules::isPrefix, "PhoneNumberPrefix");
    }
    return new NumberFilter(countries, types, prefix.startsWith("+") ? prefix : "+" + prefix);
  }

  private static void check(List<String> values, Predicate<String> rule, String what) {
    for (String value : values) {
      if (!rule.test(value)) {
        throw AwsError.invalidParameter("not a valid " + what + ": " + value);
      }
    }
  }
}

package dev.dialtone.testkit;

import java.util.List;

/** Which numbers are looked for; without countries or types, those of any. */
record NumberFilter(List<String> countries, List<String> types, String prefix) {

  static NumberFilter ofSearch(Members members) {
    return new NumberFilter(
        List.of(members.required("PhoneNumberCountryCode")),
        List.of(members.required("PhoneNumberType")),
        prefix(members));
  }

  static NumberFilter ofList(Members members) {
    return new NumberFilter(
        members.textList("PhoneNumberCountryCodes"),
        members.textList("PhoneNumberTypes"),
        prefix(members));
  }

  boolean matches(PhoneNumber number) {
    return (countries.isEmpty() || countries.contains(number.country()))
        && (types.isEmpty() || types.contains(number.type()))
        && number.number().startsWith(prefix);
  }

  private static String prefix(Members members) {
    String prefix = members.text("PhoneNumberPrefix").orElse("+");
    return prefix.startsWith("+") ? prefix : "+" + prefix;
  }
}

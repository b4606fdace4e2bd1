package dev.dialtone.testkit;

import java.util.List;

/** Consecutive numbers as an option names them: {@code US:TOLL_FREE:+18005550100:50}. */
record NumberRange(String country, String type, String first, int count) {

  static NumberRange of(String text) {
    String[] parts = text.split(":", -1);
    Arguments.require(
        parts.length == 3 || parts.length == 4,
        "expected COUNTRY:TYPE:NUMBER or COUNTRY:TYPE:NUMBER:COUNT, not '" + text + "'");
    int count = parts.length == 3 ? 1 : SimulatorOption.wholeNumber("COUNT", parts[3]);
    // What is wrong with it is said now, not when the world is built.
    PhoneNumber first = new PhoneNumber(parts[2], parts[0], parts[1]);
    Inventory.consecutive(first.number(), count);
    return new NumberRange(first.country(), first.type(), first.number(), count);
  }

  List<String> numbers() {
    return Inventory.consecutive(first, count);
  }

  @Override
  public String toString() {
    return country + " " + type + " " + first + (count == 1 ? "" : " x" + count);
  }
}

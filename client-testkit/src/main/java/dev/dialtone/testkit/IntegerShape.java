package dev.dialtone.testkit;

/** A whole number. */
record IntegerShape(int min, int max) implements Shape {

  @Override
  public void check(String at, Object value, Violations found) {
    if (!(value instanceof Integer number)) {
      throw AwsError.serialization(at + " must be an integer");
    }
    found.require(number >= min, at, "have value greater than or equal to " + min);
    found.require(number <= max, at, "have value less than or equal to " + max);
  }
}

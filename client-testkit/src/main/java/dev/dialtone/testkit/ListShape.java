package dev.dialtone.testkit;

import java.util.List;

/** A list, in which null has no place. */
record ListShape(int min, int max, Shape item) implements Shape {

  static ListShape of(Shape item) {
    return new ListShape(0, Integer.MAX_VALUE, item);
  }

  @Override
  public void check(String at, Object value, Violations found) {
    if (!(value instanceof List<?> list)) {
      throw AwsError.serialization(at + " must be a list");
    }
    found.requireLength(list.size(), min, max, at);
    for (int i = 0; i < list.size(); i++) {
      String place = at + "." + (i + 1) + ".member";
      Object member = list.get(i);
      if (member == null) {
        throw AwsError.serialization(place + " must not be null");
      }
      item.check(place, member, found);
    }
  }
}

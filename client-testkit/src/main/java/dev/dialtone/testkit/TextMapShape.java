package dev.dialtone.testkit;

import java.util.Map;

/** Strings by name, in which null has no place. */
record TextMapShape(int min, int max, TextShape key, TextShape value) implements Shape {

  @Override
  public void check(String at, Object map, Violations found) {
    if (!(map instanceof Map<?, ?> entries)) {
      throw AwsError.serialization(at + " must be an object");
    }
    found.requireLength(entries.size(), min, max, at);
    entries.forEach(
        (name, text) -> {
          if (name == null || text == null) {
            throw AwsError.serialization(at + " must not hold null");
          }
          key.check(at + ".key", name, found);
          value.check(at + "." + name + ".member", text, found);
        });
  }
}

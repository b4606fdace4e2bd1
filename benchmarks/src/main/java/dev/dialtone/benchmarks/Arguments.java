package dev.dialtone.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** The options of a program, each with a value: {@code --seed 7}. */
final class Arguments {
  private final Map<String, String> values = new HashMap<>();

  Arguments(String... arguments) {
    if (arguments.length % 2 == 1) {
      throw new IllegalArgumentException("expected options with a value each, like --seed 7");
    }
    for (int i = 0; i < arguments.length; i += 2) {
      values.put(arguments[i], arguments[i + 1]);
    }
  }

  String text(String option, String otherwise) {
    String value = values.remove(option);
    return value == null ? otherwise : value;
  }

  int number(String option, int otherwise) {
    return Integer.parseInt(text(option, Integer.toString(otherwise)));
  }

  /** Nothing may be left that nobody has asked for. */
  void checkKnown() {
    if (!values.isEmpty()) {
      throw new IllegalArgumentException("unknown options: " + values.keySet());
    }
  }
}

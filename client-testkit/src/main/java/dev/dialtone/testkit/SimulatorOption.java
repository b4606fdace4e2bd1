package dev.dialtone.testkit;

import java.util.function.BiConsumer;

/**
 * One option of {@link SimulatorMain}.
 *
 * @param value what stands for its value in the help
 * @param take what its value does to the arguments
 */
record SimulatorOption(
    String name, String value, String meaning, BiConsumer<SimulatorArguments, String> take) {

  static int wholeNumber(String what, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " needs a whole number, not '" + value + "'", e);
    }
  }

  static long seed(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--seed needs a whole number, not '" + value + "'", e);
    }
  }

  static double number(String what, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " needs a number, not '" + value + "'", e);
    }
  }

  String help() {
    return "  %-40s %s".formatted(name + " " + value, meaning);
  }

  /** How many letters have to change for a mistyped name to become this one. */
  int distanceTo(String typed) {
    int[] above = new int[typed.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= name.length(); row++) {
      int[] current = new int[above.length];
      current[0] = row;
      for (int column = 1; column < above.length; column++) {
        int same = name.charAt(row - 1) == typed.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(above[column - 1] + same, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[typed.length()];
  }
}

package dev.dialtone.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A {@link Guess} as an option names it: {@code taken-is-invalid-parameter}, or its constant. */
final class GuessWish {
  private GuessWish() {}

  static Guess of(String text) {
    return Arrays.stream(Guess.values())
        .filter(guess -> name(guess).equals(text) || guess.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no guess '" + text + "': expected one of " + String.join(", ", names())));
  }

  static List<String> names() {
    return Arrays.stream(Guess.values()).map(GuessWish::name).toList();
  }

  private static String name(Guess guess) {
    return guess.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.dialtone.examples;

import dev.dialtone.model.E164;

/**
 * Something that costs money or cannot be undone, in words for the person who must agree to it.
 *
 * @param what what is about to happen, after "This will"
 * @param follows what follows from it, in whole sentences
 * @param word what must be typed to agree
 */
record Undertaking(String what, String follows, String word) {
  private static final int SHOWN = 4;

  /** One that is agreed to with {@code yes}. */
  static Undertaking of(String what, String follows) {
    return new Undertaking(what, follows, "yes");
  }

  /** One that is agreed to with the last four digits of the number, which a habit cannot type. */
  static Undertaking of(String what, String follows, E164 number) {
    String digits = number.value().substring(1);
    return new Undertaking(what, follows, digits.substring(Math.max(0, digits.length() - SHOWN)));
  }
}

package dev.dialtone.testkit;

/** What the user of the stand-in passes wrongly fails at once. */
final class Arguments {
  private Arguments() {}

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

package dev.dialtone.testkit;

/**
 * What AWS's published model says of a value in a request. Of another JSON type it is a {@code
 * SerializationException} at once, as in AWS's protocol tests of restJson1; whatever else is wrong
 * with it is noted.
 */
sealed interface Shape permits TextShape, IntegerShape, ListShape, TextMapShape, StructureShape {

  /** Of a value that stands at this place of the request. */
  void check(String at, Object value, Violations found);
}

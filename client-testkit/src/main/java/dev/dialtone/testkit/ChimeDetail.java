package dev.dialtone.testkit;

import java.util.function.Function;

/**
 * What an update may change, one at a time.
 *
 * @param member its name in requests
 * @param values what it may be, which may depend on the namespace
 */
record ChimeDetail(String member, Function<ChimeNamespace, TextShape> values, Change change) {
  static final ChimeDetail PRODUCT_TYPE =
      new ChimeDetail(
          "ProductType",
          namespace -> TextShape.oneOf(namespace.productTypes()),
          ProductTypeChange::make);
  static final ChimeDetail CALLING_NAME =
      new ChimeDetail(
          "CallingName", namespace -> ChimeShapes.CALLING_NAME, CallingNameChange::make);
  static final ChimeDetail NAME =
      new ChimeDetail("Name", namespace -> ChimeShapes.NAME, NameChange::make);

  /** Checks and makes a change; refuses by throwing {@link AwsError}. */
  @FunctionalInterface
  interface Change {
    ChimeOutcome make(String value, ChimeNumber number, ChimeWorld world);
  }

  TextShape shape(ChimeNamespace namespace) {
    return values.apply(namespace);
  }
}

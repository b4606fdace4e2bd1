package dev.dialtone.testkit;

/**
 * What an update may change, one at a time.
 *
 * @param member its name in requests
 */
record ChimeDetail(String member, Change change) {
  static final ChimeDetail PRODUCT_TYPE = new ChimeDetail("ProductType", ProductTypeChange::make);
  static final ChimeDetail CALLING_NAME = new ChimeDetail("CallingName", CallingNameChange::make);
  static final ChimeDetail NAME = new ChimeDetail("Name", NameChange::make);

  /** Checks and makes a change; refuses by throwing {@link AwsError}. */
  @FunctionalInterface
  interface Change {
    ChimeOutcome make(String value, ChimeNumber number, ChimeWorld world);
  }
}

package dev.dialtone.testkit;

/** A number of Amazon Chime as a read shows it. */
record SeenChimeNumber(ChimeNumber number, ChimeNumberState state) implements Placed {

  ProvisionedNumber provisioned() {
    return state.number();
  }

  @Override
  public int place() {
    return number.place();
  }
}

package dev.dialtone.testkit;

/** A number as a read shows it. */
record SeenNumber(HeldNumber number, NumberState state) implements Placed {

  boolean isWith(Target target) {
    return state.targetArn().equals(target.arn());
  }

  /** The same, shown elsewhere. */
  SeenNumber at(String targetArn) {
    return new SeenNumber(number, state.at(targetArn));
  }

  @Override
  public int place() {
    return number.identity().place();
  }
}

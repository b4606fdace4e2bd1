package dev.dialtone.testkit;

/** Everything that is remembered of Amazon Connect; reachable only under the world's lock. */
record ConnectState(
    Targets targets, Inventory inventory, NumberBook numbers, IdempotencyTokens tokens) {

  static ConnectState empty(Arns arns) {
    return new ConnectState(
        new Targets(arns), new Inventory(), new NumberBook(arns), new IdempotencyTokens());
  }

  /** Instances, groups, flows and what was offered stay. */
  void reset() {
    inventory.reset();
    numbers.reset();
    tokens.reset();
  }
}

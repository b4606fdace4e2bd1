package dev.dialtone.testkit;

import java.util.HashSet;
import java.util.List;

/** Everything that is remembered of Amazon Connect; reachable only under the world's lock. */
record ConnectState(
    Targets targets,
    Inventory inventory,
    SourceNumbers sources,
    NumberBook numbers,
    IdempotencyTokens tokens) {

  static ConnectState empty(Arns arns) {
    return new ConnectState(
        new Targets(arns),
        new Inventory(),
        new SourceNumbers(arns),
        new NumberBook(arns),
        new IdempotencyTokens());
  }

  /** All of them or, if one is wrong, none. */
  void offer(List<PhoneNumber> numbers) {
    var fresh = new HashSet<String>();
    for (PhoneNumber number : numbers) {
      requireUnknown(number);
      Arguments.require(fresh.add(number.number()), number.number() + " is already offered");
    }
    inventory.offer(numbers);
  }

  String addSource(PhoneNumber number) {
    requireUnknown(number);
    return sources.add(number);
  }

  /** Instances, groups, flows, sources and what was offered stay. */
  void reset() {
    inventory.reset();
    numbers.reset();
    tokens.reset();
  }

  private void requireUnknown(PhoneNumber number) {
    Arguments.require(!inventory.has(number.number()), number.number() + " is already offered");
    Arguments.require(
        !sources.has(number.number()), number.number() + " is already a source of imports");
  }
}

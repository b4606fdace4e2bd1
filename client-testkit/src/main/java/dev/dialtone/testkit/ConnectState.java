package dev.dialtone.testkit;

import java.util.HashSet;
import java.util.List;

/** Everything that is remembered of Amazon Connect; reachable only under the world's lock. */
record ConnectState(
    Targets targets,
    Inventory inventory,
    SourceNumbers sources,
    NumberBook numbers,
    IdempotencyTokens tokens,
    Churn churn) {

  static ConnectState empty(Arns arns, WorldRules rules) {
    return new ConnectState(
        new Targets(arns, rules.ids()),
        new Inventory(),
        new SourceNumbers(arns, rules.ids()),
        new NumberBook(arns, rules.ids()),
        new IdempotencyTokens(rules),
        new Churn(rules.churn(), rules.guesses()));
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

  String addSource(PhoneNumber number, String status) {
    requireUnknown(number);
    return sources.add(number, status);
  }

  String addElsewhere(PhoneNumber number, String group) {
    requireUnknown(number);
    Target target = targets.getElsewhere(group);
    return numbers.addElsewhere(Arns.regionOf(group), number, target).arn();
  }

  /** Instances, groups, flows, sources and what was offered stay. */
  void reset() {
    inventory.reset();
    numbers.reset();
    tokens.reset();
    churn.reset();
  }

  private void requireUnknown(PhoneNumber number) {
    Arguments.require(!inventory.has(number.number()), number.number() + " is already offered");
    Arguments.require(
        !sources.has(number.number()), number.number() + " is already a source of imports");
  }
}

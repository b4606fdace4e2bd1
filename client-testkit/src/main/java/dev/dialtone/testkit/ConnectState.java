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
    return numbers.ownElsewhere(Arns.regionOf(group), number, target).arn();
  }

  /** From now on a reset comes back to the instances, groups, flows, sources and offers of now. */
  void markAsBuilt() {
    targets.markAsBuilt();
    sources.markAsBuilt();
    inventory.markAsBuilt();
    numbers.markAsBuilt();
  }

  /** Instances, groups, flows, sources and what was offered stay, as far as they were built in. */
  void reset() {
    targets.reset();
    sources.reset();
    inventory.reset();
    numbers.reset();
    tokens.reset();
    churn.reset();
  }

  /** A number that the account has had for long; returns its ARN. */
  String own(PhoneNumber number, String targetArn) {
    requireUnknown(number);
    Target target =
        targets
            .withArn(targetArn)
            .filter(found -> targets.isOfThisRegion(found.arn()))
            .orElseThrow(() -> new IllegalArgumentException("no target " + targetArn + " here"));
    return numbers.own(number, target).arn();
  }

  private void requireUnknown(PhoneNumber number) {
    Arguments.require(!numbers.owns(number.number()), number.number() + " is already owned");
    Arguments.require(!inventory.has(number.number()), number.number() + " is already offered");
    Arguments.require(
        !sources.has(number.number()), number.number() + " is already a source of imports");
  }
}

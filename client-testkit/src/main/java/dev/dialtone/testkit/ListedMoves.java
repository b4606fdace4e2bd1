package dev.dialtone.testkit;

import java.time.Instant;

/** Where a list shows a number, which may be ahead of what a describe shows, or behind it. */
final class ListedMoves {
  private final WorldRules.MoveListing rule;
  private final Instant now;

  ListedMoves(WorldRules.MoveListing rule, Instant now) {
    this.rule = rule;
    this.now = now;
  }

  SeenNumber shown(SeenNumber seen) {
    if (rule.isAtOnce()) {
      return seen.at(seen.number().goesTo());
    }
    return rule.lag().isZero() ? seen : seen.at(seen.number().wasAt(now.minus(rule.lag())));
  }
}

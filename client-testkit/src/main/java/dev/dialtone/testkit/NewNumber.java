package dev.dialtone.testkit;

import java.util.Map;
import java.util.Optional;

/** What a claim and an import have in common: how the number is to look, and how it settles. */
record NewNumber(Optional<String> description, Map<String, String> tags, Optional<String> token) {

  static NewNumber in(Members members) {
    return new NewNumber(
        members.text("PhoneNumberDescription"),
        members.textMap("Tags"),
        IdempotencyTokens.in(members));
  }

  NumberVersion<NumberState> version(
      String number, Target target, ConnectState state, ConnectWorld world) {
    var claimed = NumberState.claimed(target, description, tags);
    var settled =
        PlacementRules.failure(number, target, state, world)
            .map(claimed::notObtained)
            .orElse(claimed);
    return world.settling(number, claimed, settled);
  }
}

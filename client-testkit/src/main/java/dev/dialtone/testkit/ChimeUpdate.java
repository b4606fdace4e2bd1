package dev.dialtone.testkit;

import java.util.List;

/** What a request, or an item of a batch, asks to change of a number. */
record ChimeUpdate(ChimeDetail detail, String value) {
  /** The one detail that there must be. */
  static ChimeUpdate in(Members members, ChimeNamespace namespace) {
    List<ChimeUpdate> updates =
        namespace.details().stream()
            .flatMap(
                detail ->
                    members.text(detail.member()).stream()
                        .map(value -> new ChimeUpdate(detail, value)))
            .toList();
    if (updates.size() != 1) {
      throw AwsError.invalidParameter(
          "One detail of a phone number can be updated at a time, not " + updates.size());
    }
    return updates.get(0);
  }

  /** For this operation, whose effect it is. */
  ChimeOutcome carryOut(String operation, ChimeNumber number, ChimeWorld world) {
    ChimeOutcome outcome = detail.change().make(value, number, world);
    if (outcome.disposition() == Disposition.APPLIED) {
      world.applied(operation, outcome.shown());
    }
    return outcome;
  }
}

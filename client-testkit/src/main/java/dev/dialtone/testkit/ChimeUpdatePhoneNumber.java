package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.required;

/** Changes one detail of a number. No token makes it idempotent: repeated, it may meet itself. */
final class ChimeUpdatePhoneNumber {
  private static final String NAME = "UpdatePhoneNumber";

  private ChimeUpdatePhoneNumber() {}

  static ApiOperation<ChimeWorld> in(ChimeNamespace namespace) {
    return new ApiOperation<>(
        NAME,
        "POST",
        PathTemplate.of("/phone-numbers/{PhoneNumberId}"),
        StructureShape.of(required("PhoneNumberId", namespace.id())).and(namespace.detailMembers()),
        ChimeUpdatePhoneNumber::update);
  }

  private static Reply update(Members members, ChimeWorld world) {
    String id = members.required("PhoneNumberId");
    ChimeUpdate update = ChimeUpdate.in(members, world.namespace());
    return world.with(
        numbers -> {
          ChimeNumber number = numbers.inPath(id);
          ChimeOutcome outcome = update.carryOut(NAME, number, world);
          var shown =
              new SeenChimeNumber(number, new ChimeNumberState(outcome.shown(), world.now()));
          return Reply.of(
              ChimeAnswers.one(ChimeAnswers.described(shown, world)), outcome.disposition());
        });
  }
}

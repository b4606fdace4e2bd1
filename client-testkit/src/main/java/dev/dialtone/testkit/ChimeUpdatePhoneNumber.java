package dev.dialtone.testkit;

/** Changes one detail of a number. No token makes it idempotent: repeated, it may meet itself. */
final class ChimeUpdatePhoneNumber {
  private static final String NAME = "UpdatePhoneNumber";
  static final ApiOperation<ChimeWorld> OPERATION =
      new ApiOperation<>(
          NAME,
          "POST",
          PathTemplate.of("/phone-numbers/{PhoneNumberId}"),
          ChimeUpdatePhoneNumber::update);

  private ChimeUpdatePhoneNumber() {}

  private static Reply update(Members members, ChimeWorld world) {
    String id = members.required("PhoneNumberId", 500);
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

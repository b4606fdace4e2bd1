package dev.dialtone.testkit;

/** Shows a number; late, if reads are stale. */
final class ChimeGetPhoneNumber {
  static final ApiOperation<ChimeWorld> OPERATION =
      new ApiOperation<>(
          "GetPhoneNumber",
          "GET",
          PathTemplate.of("/phone-numbers/{PhoneNumberId}"),
          ChimeGetPhoneNumber::get);

  private ChimeGetPhoneNumber() {}

  private static Reply get(Members members, ChimeWorld world) {
    String id = members.required("PhoneNumberId", 500);
    return world.with(
        numbers -> {
          SeenChimeNumber seen = numbers.inPath(id).seenAt(world.readTime());
          return Reply.of(ChimeAnswers.one(ChimeAnswers.read(seen, world)), Disposition.READ);
        });
  }
}

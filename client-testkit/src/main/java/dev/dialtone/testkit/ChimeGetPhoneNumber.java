package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.required;

/** Shows a number; late, if reads are stale. */
final class ChimeGetPhoneNumber {
  private ChimeGetPhoneNumber() {}

  static ApiOperation<ChimeWorld> in(ChimeNamespace namespace) {
    return new ApiOperation<>(
        "GetPhoneNumber",
        "GET",
        PathTemplate.of("/phone-numbers/{PhoneNumberId}"),
        StructureShape.of(required("PhoneNumberId", namespace.id())),
        ChimeGetPhoneNumber::get);
  }

  private static Reply get(Members members, ChimeWorld world) {
    String id = members.required("PhoneNumberId");
    return world.with(
        numbers -> {
          SeenChimeNumber seen = numbers.inPath(id).seenAt(world.readTime());
          return Reply.of(ChimeAnswers.one(ChimeAnswers.read(seen, world)), Disposition.READ);
        });
  }
}

package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.required;

/** Shows a number and how its previous operation went; late, if reads are stale. */
final class DescribePhoneNumber {
  private static final StructureShape INPUT =
      StructureShape.of(required("PhoneNumberId", ConnectShapes.PHONE_NUMBER_ID));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          "DescribePhoneNumber",
          "GET",
          PathTemplate.of("/phone-number/{PhoneNumberId}"),
          INPUT,
          DescribePhoneNumber::describe);

  private DescribePhoneNumber() {}

  private static Reply describe(Members members, ConnectWorld world) {
    String id = members.required("PhoneNumberId");
    return world.with(state -> Reply.of(seen(id, state, world), Disposition.READ));
  }

  private static Answer seen(String id, ConnectState state, ConnectWorld world) {
    SeenNumber seen =
        state.numbers().seen(id, world.readTime()).orElseThrow(() -> NumberBook.notFound(id));
    String status =
        world.faults().status(seen.number().number()).orElse(seen.state().status().name());
    return NumberAnswers.described(seen, state.targets(), status);
  }
}

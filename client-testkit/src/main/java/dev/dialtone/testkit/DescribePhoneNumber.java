package dev.dialtone.testkit;

/** Shows a number and how its previous operation went; late, if reads are stale. */
final class DescribePhoneNumber {
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          "DescribePhoneNumber",
          "GET",
          PathTemplate.of("/phone-number/{PhoneNumberId}"),
          DescribePhoneNumber::describe);

  private DescribePhoneNumber() {}

  private static Reply describe(Members members, ConnectWorld world) {
    String id = members.required("PhoneNumberId", 500);
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

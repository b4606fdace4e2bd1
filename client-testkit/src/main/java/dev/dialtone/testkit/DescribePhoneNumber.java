package dev.dialtone.testkit;

import java.time.Duration;

/** Shows a number and how its previous claim or move went; late, if reads are stale. */
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
    HeldNumber number = state.numbers().get(id);
    Duration staleness = world.faults().staleness();
    NumberState seen =
        number
            .seenAt(world.now(), staleness)
            .orElseThrow(() -> AwsError.resourceNotFound("Phone number not found: " + id));
    Target target = state.targets().withArn(seen.targetArn()).orElseThrow();
    String status = world.faults().status(number.number()).orElse(seen.status().name());
    return NumberAnswers.summary(number, seen, target, status);
  }
}

package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.optional;
import static dev.dialtone.testkit.StructureShape.required;

import java.util.List;
import java.util.Optional;

/**
 * Gives a number back. Once it has settled nothing knows the number any more; nobody can claim it,
 * because it cools down for longer than a simulator lives.
 */
final class ReleasePhoneNumber {
  private static final String NAME = "ReleasePhoneNumber";
  private static final StructureShape INPUT =
      StructureShape.of(
          required("PhoneNumberId", ConnectShapes.PHONE_NUMBER_ID),
          optional("ClientToken", ConnectShapes.CLIENT_TOKEN));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME,
          "DELETE",
          PathTemplate.of("/phone-number/{PhoneNumberId}"),
          List.of(QueryMember.text("clientToken", "ClientToken")),
          INPUT,
          ReleasePhoneNumber::release);

  private ReleasePhoneNumber() {}

  private static Reply release(Members members, ConnectWorld world) {
    String id = members.required("PhoneNumberId");
    Optional<String> token = IdempotencyTokens.in(members);
    // The number is looked up behind the token: a repeated release of a number that is gone is
    // answered like the first.
    return world.with(
        state ->
            state
                .tokens()
                .once(
                    NAME,
                    members,
                    () -> carryOut(state.numbers().get(id, world.now()), token, world)));
  }

  private static Answer carryOut(HeldNumber number, Optional<String> token, ConnectWorld world) {
    NumberState before = number.settledAt(world.now());
    number.write(world.settling(number, before, before.released()));
    world.applied(NAME, number, before.targetArn(), token);
    return Answer.empty();
  }
}

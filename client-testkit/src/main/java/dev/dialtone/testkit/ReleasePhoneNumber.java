package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.optional;
import static dev.dialtone.testkit.StructureShape.required;

import java.util.List;
import java.util.Optional;

/**
 * Gives a number back. Once it has settled nothing knows the number any more; nobody can claim it
 * until it has cooled down.
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

  private record Request(ConnectWorld world, ConnectState state, Optional<String> token) {}

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
                    () ->
                        carryOut(
                            state.numbers().get(id, world.now()),
                            new Request(world, state, token))));
  }

  private static Done carryOut(HeldNumber number, Request request) {
    ConnectWorld world = request.world();
    ConnectState state = request.state();
    NumberState before = number.settledIn(world);
    NumberVersion<NumberState> version = world.settling(number, before, before.released());
    state.numbers().write(number, version);
    if (version.after().isReleased()) {
      state.inventory().withhold(number.number(), world.coolsDownUntil(version));
    }
    state.churn().count(world.now());
    world.applied(NAME, number, before.targetArn(), request.token());
    return Done.of(Answer.empty(), number);
  }
}

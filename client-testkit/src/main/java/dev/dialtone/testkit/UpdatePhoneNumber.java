package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.optional;
import static dev.dialtone.testkit.StructureShape.required;

import java.util.Optional;

/** Moves a number to another target; until it has settled a read shows the old one. */
final class UpdatePhoneNumber {
  private static final String NAME = "UpdatePhoneNumber";
  private static final StructureShape INPUT =
      StructureShape.of(
          required("PhoneNumberId", ConnectShapes.PHONE_NUMBER_ID),
          optional("TargetArn", ConnectShapes.ARN),
          optional("InstanceId", ConnectShapes.INSTANCE_ID),
          optional("ClientToken", ConnectShapes.CLIENT_TOKEN));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME,
          "PUT",
          PathTemplate.of("/phone-number/{PhoneNumberId}"),
          INPUT,
          UpdatePhoneNumber::move);

  private final ConnectWorld world;
  private final ConnectState state;

  private UpdatePhoneNumber(ConnectWorld world, ConnectState state) {
    this.world = world;
    this.state = state;
  }

  private static Reply move(Members members, ConnectWorld world) {
    TargetReference reference = TargetReference.in(members);
    String id = members.required("PhoneNumberId");
    Optional<String> token = IdempotencyTokens.in(members);
    return world.with(
        state -> {
          HeldNumber number = state.numbers().get(id, world.now());
          Target target = reference.get(state.targets());
          var once = new UpdatePhoneNumber(world, state);
          return state.tokens().once(NAME, members, () -> once.carryOut(number, target, token));
        });
  }

  private Done carryOut(HeldNumber number, Target target, Optional<String> token) {
    NumberState before = number.obtainedIn(world);
    PlacementRules.checkReady(target, state);
    PlacementRules.checkOfThisRegion(number, state);
    NumberState moved = before.movedTo(target);
    NumberState after =
        PlacementRules.failure(number.number(), target, state, world)
            .map(reason -> stranded(before, moved).failed(reason))
            .orElse(moved);
    state.numbers().write(number, world.settling(number.number(), before, after));
    world.applied(NAME, number, target.arn(), token);
    return Done.of(NumberAnswers.identity(number), number);
  }

  /** Which side has the number when the move has failed. */
  private NumberState stranded(NumberState before, NumberState moved) {
    return world.rules().guesses().hold(Guess.FAILED_MOVE_STAYS_AT_THE_OLD_TARGET) ? before : moved;
  }
}

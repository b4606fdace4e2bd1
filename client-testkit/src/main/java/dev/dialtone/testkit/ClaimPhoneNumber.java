package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.optional;
import static dev.dialtone.testkit.StructureShape.required;

import java.util.Optional;

/** Takes a number out of the inventory; a full target shows only when the claim settles. */
final class ClaimPhoneNumber {
  private static final String NAME = "ClaimPhoneNumber";
  private static final StructureShape INPUT =
      StructureShape.of(
          optional("TargetArn", ConnectShapes.ARN),
          optional("InstanceId", ConnectShapes.INSTANCE_ID),
          required("PhoneNumber", ConnectShapes.PHONE_NUMBER),
          optional("PhoneNumberDescription", ConnectShapes.DESCRIPTION),
          optional("Tags", ConnectShapes.TAGS),
          optional("ClientToken", ConnectShapes.CLIENT_TOKEN));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME, "POST", PathTemplate.of("/phone-number/claim"), INPUT, ClaimPhoneNumber::claim);

  private final ConnectWorld world;
  private final ConnectState state;
  private final NewNumber wanted;

  private ClaimPhoneNumber(ConnectWorld world, ConnectState state, NewNumber wanted) {
    this.world = world;
    this.state = state;
    this.wanted = wanted;
  }

  private static Reply claim(Members members, ConnectWorld world) {
    TargetReference reference = TargetReference.in(members);
    String number = members.required("PhoneNumber");
    NewNumber wanted = NewNumber.in(members);
    return world.with(
        state -> {
          Target target = reference.get(state.targets());
          var once = new ClaimPhoneNumber(world, state, wanted);
          return state.tokens().once(NAME, members, () -> once.carryOut(number, target));
        });
  }

  private Done carryOut(String number, Target target) {
    PlacementRules.checkReady(target, state);
    state.churn().check(state.targets().quota(), world.now());
    Optional<HeldNumber> again = state.numbers().failedClaim(number, world.now());
    Optional<OfferedNumber> fresh = state.inventory().available(number, world.now());
    if (again.isEmpty() && fresh.isEmpty()) {
      throw taken(number);
    }
    NumberVersion<NumberState> version = wanted.version(number, target, state, world);
    state.inventory().withhold(number, version.lapsesAt());
    HeldNumber held =
        again
            .map(failed -> state.numbers().write(failed, version))
            .orElseGet(() -> add(fresh.orElseThrow(), version));
    state.churn().count(world.now());
    world.applied(NAME, held, target.arn(), wanted.token());
    return Done.of(NumberAnswers.identity(held), held);
  }

  private HeldNumber add(OfferedNumber offered, NumberVersion<NumberState> version) {
    return state.numbers().add(offered.phoneNumber(), Optional.empty(), version);
  }

  private AwsError taken(String number) {
    String message = "Phone number not available: " + number;
    return world.rules().guesses().hold(Guess.TAKEN_IS_INVALID_PARAMETER)
        ? AwsError.invalidParameter(message)
        : AwsError.resourceNotFound(message);
  }
}

package dev.dialtone.testkit;

import java.util.Map;
import java.util.Optional;

/** Takes a number out of the inventory; a full target shows only when the claim settles. */
final class ClaimPhoneNumber {
  private static final String NAME = "ClaimPhoneNumber";
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME, "POST", PathTemplate.of("/phone-number/claim"), ClaimPhoneNumber::claim);

  private final ConnectWorld world;
  private final ConnectState state;

  private ClaimPhoneNumber(ConnectWorld world, ConnectState state) {
    this.world = world;
    this.state = state;
  }

  private record Claim(
      String number,
      Optional<String> description,
      Map<String, String> tags,
      Optional<String> token) {

    static Claim in(Members members) {
      String number = members.required("PhoneNumber", 50);
      if (!PhoneNumberRules.isE164(number)) {
        throw AwsError.invalidParameter("PhoneNumber must be in E.164 form: " + number);
      }
      return new Claim(
          number,
          members.text("PhoneNumberDescription", 500),
          Tags.in(members),
          IdempotencyTokens.in(members));
    }
  }

  private static Reply claim(Members members, ConnectWorld world) {
    TargetReference reference = TargetReference.in(members);
    Claim claim = Claim.in(members);
    return world.with(
        state -> {
          Target target = reference.get(state.targets());
          var once = new ClaimPhoneNumber(world, state);
          return state.tokens().once(NAME, members, () -> once.carryOut(claim, target));
        });
  }

  private Answer carryOut(Claim claim, Target target) {
    PlacementRules.checkActive(target);
    Optional<HeldNumber> again = state.numbers().failedClaim(claim.number(), world.now());
    Optional<OfferedNumber> fresh = state.inventory().available(claim.number());
    if (again.isEmpty() && fresh.isEmpty()) {
      throw AwsError.invalidParameter("Phone number not available: " + claim.number());
    }
    NumberVersion version = version(claim, target);
    again.ifPresent(number -> number.write(version));
    HeldNumber number = again.orElseGet(() -> take(fresh.orElseThrow(), version));
    world.ledger().add(effect(number, target, claim));
    return NumberAnswers.identity(number);
  }

  private NumberVersion version(Claim claim, Target target) {
    var claimed = NumberState.claimed(target, claim.description(), claim.tags());
    var settled =
        PlacementRules.failure(claim.number(), target, state, world)
            .map(claimed::claimFailed)
            .orElse(claimed);
    return world.settling(claimed, settled);
  }

  private HeldNumber take(OfferedNumber offered, NumberVersion version) {
    state.inventory().take(offered);
    return state.numbers().add(offered, version);
  }

  private Effect effect(HeldNumber number, Target target, Claim claim) {
    return new Effect(
        NAME, number.number(), number.id(), target.arn(), claim.token().orElse(""), world.now());
  }
}

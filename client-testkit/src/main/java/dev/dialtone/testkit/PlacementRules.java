package dev.dialtone.testkit;

import java.util.Optional;

/** What a claim and a move have in common: the target must be ready, and may be full. */
final class PlacementRules {
  private static final String FULL =
      "Your request for a phone number exceeds the limit of total phone numbers for this target.";

  private PlacementRules() {}

  static void checkReady(Target target, ConnectState state) {
    if (!target.isActive()) {
      throw AwsError.invalidParameter(
          "Traffic distribution group is " + target.status() + ", not ACTIVE: " + target.arn());
    }
    if (!state.targets().isOfThisRegion(target.arn())) {
      throw AwsError.invalidParameter(
          "Traffic distribution group was created in another Region: " + target.arn());
    }
  }

  static void checkOfThisRegion(HeldNumber number, ConnectState state) {
    if (!state.targets().isOfThisRegion(number.arn())) {
      throw AwsError.invalidParameter("The number was claimed in another Region: " + number.arn());
    }
  }

  /** Why the number will settle as FAILED, if it will; decided when the request is made. */
  static Optional<String> failure(
      String number, Target target, ConnectState state, ConnectWorld world) {
    return world
        .faults()
        .takeSettlingFailure(number)
        .or(
            () ->
                state.numbers().isFull(target, number, world.now())
                    ? Optional.of(FULL)
                    : Optional.empty());
  }
}

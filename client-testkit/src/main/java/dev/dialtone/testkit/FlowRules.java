package dev.dialtone.testkit;

/** What putting a number on a flow and taking it off have in common. */
final class FlowRules {
  private FlowRules() {}

  /** Only a claimed number has a flow, and only one of the instance that it is with. */
  static void checkClaimedAt(
      Target instance, HeldNumber number, ConnectState state, ConnectWorld world) {
    NumberState now = number.at(world.now());
    if (now.status() != NumberStatus.CLAIMED) {
      throw AwsError.invalidParameter("Phone number is " + now.status() + ", not CLAIMED");
    }
    Target target = state.targets().withArn(now.targetArn()).orElseThrow();
    if (!target.instanceArn().equals(instance.arn())) {
      throw AwsError.invalidParameter("The number is not with instance " + instance.arn());
    }
  }
}

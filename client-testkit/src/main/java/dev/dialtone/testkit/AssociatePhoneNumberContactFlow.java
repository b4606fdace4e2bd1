package dev.dialtone.testkit;

/** Puts a claimed number on a flow. It has no token: twice the same is once. */
final class AssociatePhoneNumberContactFlow {
  private static final String NAME = "AssociatePhoneNumberContactFlow";
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME,
          "PUT",
          PathTemplate.of("/phone-number/{PhoneNumberId}/contact-flow"),
          AssociatePhoneNumberContactFlow::associate);

  private AssociatePhoneNumberContactFlow() {}

  private static Reply associate(Members members, ConnectWorld world) {
    String id = members.required("PhoneNumberId", 500);
    String instanceId = members.required("InstanceId", 100);
    String flowId = members.required("ContactFlowId", 500);
    return world.with(
        state -> {
          HeldNumber number = state.numbers().get(id);
          Flow flow = flow(instanceId, flowId, state);
          checkFits(number, flow, state, world);
          return put(number, flow, world);
        });
  }

  private static Flow flow(String instanceId, String flowId, ConnectState state) {
    return state
        .targets()
        .instance(instanceId)
        .flatMap(instance -> state.targets().flow(instance, flowId))
        .orElseThrow(() -> AwsError.resourceNotFound("Contact flow not found: " + flowId));
  }

  private static void checkFits(
      HeldNumber number, Flow flow, ConnectState state, ConnectWorld world) {
    NumberState now = number.at(world.now());
    if (now.status() != NumberStatus.CLAIMED) {
      throw AwsError.invalidParameter("Phone number is " + now.status() + ", not CLAIMED");
    }
    Target target = state.targets().withArn(now.targetArn()).orElseThrow();
    if (!target.instanceArn().equals(flow.instanceArn())) {
      throw AwsError.invalidParameter("The flow is not of the instance that has the number");
    }
  }

  private static Reply put(HeldNumber number, Flow flow, ConnectWorld world) {
    NumberState before = number.at(world.now());
    if (before.onFlow(flow).equals(before)) {
      return Reply.of(Answer.empty(), Disposition.REPLAYED);
    }
    number.write(NumberVersion.atOnce(world.now(), before.onFlow(flow)));
    world
        .ledger()
        .add(new Effect(NAME, number.number(), number.id(), before.targetArn(), "", world.now()));
    return Reply.of(Answer.empty(), Disposition.APPLIED);
  }
}

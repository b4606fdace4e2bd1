package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.required;

import java.util.Optional;

/** Puts a claimed number on a flow. It has no token: twice the same is once. */
final class AssociatePhoneNumberContactFlow {
  private static final String NAME = "AssociatePhoneNumberContactFlow";
  private static final StructureShape INPUT =
      StructureShape.of(
          required("PhoneNumberId", ConnectShapes.PHONE_NUMBER_ID),
          required("InstanceId", ConnectShapes.INSTANCE_ID),
          required("ContactFlowId", ConnectShapes.CONTACT_FLOW_ID));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME,
          "PUT",
          PathTemplate.of("/phone-number/{PhoneNumberId}/contact-flow"),
          INPUT,
          AssociatePhoneNumberContactFlow::associate);

  private AssociatePhoneNumberContactFlow() {}

  private static Reply associate(Members members, ConnectWorld world) {
    String id = members.required("PhoneNumberId");
    String instanceId = members.required("InstanceId");
    String flowId = members.required("ContactFlowId");
    return world.with(
        state -> {
          HeldNumber number = state.numbers().get(id, world.now());
          Target instance = state.targets().getInstance(instanceId);
          Flow flow = flow(instance, flowId, state);
          FlowRules.checkClaimedAt(instance, number, state, world);
          return world.changeAtOnce(NAME, number, before -> before.onFlow(Optional.of(flow.arn())));
        });
  }

  private static Flow flow(Target instance, String flowId, ConnectState state) {
    return state
        .targets()
        .flow(instance, flowId)
        .orElseThrow(() -> AwsError.resourceNotFound("Contact flow not found: " + flowId));
  }
}

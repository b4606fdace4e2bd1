package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.required;

import java.util.List;
import java.util.Optional;

/** Takes a claimed number off its flow. It has no token: twice is once. */
final class DisassociatePhoneNumberContactFlow {
  private static final String NAME = "DisassociatePhoneNumberContactFlow";
  private static final StructureShape INPUT =
      StructureShape.of(
          required("PhoneNumberId", ConnectShapes.PHONE_NUMBER_ID),
          required("InstanceId", ConnectShapes.INSTANCE_ID));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME,
          "DELETE",
          PathTemplate.of("/phone-number/{PhoneNumberId}/contact-flow"),
          List.of(QueryMember.text("instanceId", "InstanceId")),
          INPUT,
          DisassociatePhoneNumberContactFlow::disassociate);

  private DisassociatePhoneNumberContactFlow() {}

  private static Reply disassociate(Members members, ConnectWorld world) {
    String id = members.required("PhoneNumberId");
    String instanceId = members.required("InstanceId");
    return world.with(
        state -> {
          HeldNumber number = state.numbers().get(id, world.now());
          Target instance = state.targets().getInstance(instanceId);
          FlowRules.checkClaimedAt(instance, number, state, world);
          return world.changeAtOnce(NAME, number, before -> before.onFlow(Optional.empty()));
        });
  }
}

package dev.dialtone.testkit;

import java.util.List;
import java.util.Optional;

/** Takes a claimed number off its flow. It has no token: twice is once. */
final class DisassociatePhoneNumberContactFlow {
  private static final String NAME = "DisassociatePhoneNumberContactFlow";
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          NAME,
          "DELETE",
          PathTemplate.of("/phone-number/{PhoneNumberId}/contact-flow"),
          List.of(QueryMember.text("instanceId", "InstanceId")),
          DisassociatePhoneNumberContactFlow::disassociate);

  private DisassociatePhoneNumberContactFlow() {}

  private static Reply disassociate(Members members, ConnectWorld world) {
    String id = members.required("PhoneNumberId", 500);
    String instanceId = members.required("InstanceId", 100);
    return world.with(
        state -> {
          HeldNumber number = state.numbers().get(id, world.now());
          Target instance = state.targets().getInstance(instanceId);
          FlowRules.checkClaimedAt(instance, number, state, world);
          return world.changeAtOnce(NAME, number, before -> before.onFlow(Optional.empty()));
        });
  }
}

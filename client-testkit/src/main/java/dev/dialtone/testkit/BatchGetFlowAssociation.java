package dev.dialtone.testkit;

import static dev.dialtone.testkit.StructureShape.optional;
import static dev.dialtone.testkit.StructureShape.required;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows which numbers are on a flow of an instance; the others are left out. */
final class BatchGetFlowAssociation {
  private static final String VOICE = "VOICE_PHONE_NUMBER";
  private static final Set<String> TYPES =
      Set.of(
          VOICE,
          "WHATSAPP_MESSAGING_PHONE_NUMBER",
          "INBOUND_EMAIL",
          "OUTBOUND_EMAIL",
          "ANALYTICS_CONNECTOR");
  private static final StructureShape INPUT =
      StructureShape.of(
          required("InstanceId", ConnectShapes.INSTANCE_ID),
          required("ResourceIds", new ListShape(1, 100, ConnectShapes.ARN)),
          optional("ResourceType", TextShape.oneOf(TYPES)));
  static final ApiOperation<ConnectWorld> OPERATION =
      new ApiOperation<>(
          "BatchGetFlowAssociation",
          "POST",
          PathTemplate.of("/flow-associations-batch/{InstanceId}"),
          INPUT,
          BatchGetFlowAssociation::get);

  private BatchGetFlowAssociation() {}

  private static Reply get(Members members, ConnectWorld world) {
    String instanceId = members.required("InstanceId");
    List<String> arns = resources(members);
    String type = members.text("ResourceType").orElse(VOICE);
    return world.with(
        state -> {
          Target instance = state.targets().getInstance(instanceId);
          List<Map<String, String>> found =
              arns.stream()
                  .filter(arn -> type.equals(VOICE))
                  .flatMap(arn -> summary(arn, instance, state, world).stream())
                  .toList();
          return Reply.of(Answer.ok(Map.of("FlowAssociationSummaryList", found)), Disposition.READ);
        });
  }

  private static List<String> resources(Members members) {
    List<String> arns = members.textList("ResourceIds");
    if (!arns.stream().allMatch(Arns::isArn)) {
      throw AwsError.invalidParameter("ResourceIds must be ARNs");
    }
    return arns.stream().distinct().toList();
  }

  private static Optional<String> shown(NumberState number, ConnectWorld world) {
    return world.rules().guesses().hold(Guess.MOVED_NUMBER_SHOWS_NO_FLOW)
        ? number.flowArn()
        : number.flowArn().or(number::flowLeft);
  }

  private static Optional<Map<String, String>> summary(
      String arn, Target instance, ConnectState state, ConnectWorld world) {
    return state
        .numbers()
        .seen(arn, world.readTime())
        .flatMap(seen -> shown(seen.state(), world))
        .flatMap(flowArn -> state.targets().flow(instance, flowArn))
        .map(flow -> Map.of("ResourceId", arn, "FlowId", flow.arn(), "ResourceType", VOICE));
  }
}

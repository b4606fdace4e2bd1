package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The instances, traffic distribution groups and flows. Not thread-safe; the world guards it. */
final class Targets {
  private final Arns arns;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, Flow> flows = new LinkedHashMap<>();
  private final AsBuilt builtTargets = new AsBuilt(targets);
  private final AsBuilt builtFlows = new AsBuilt(flows);

  Targets(Arns arns) {
    this.arns = arns;
  }

  String addInstance(int quota) {
    String arn = arns.instance();
    targets.put(arn, new Target(arn, arn, "ACTIVE", quota));
    return arn;
  }

  String addGroup(String instance, String status, int quota) {
    String arn = arns.trafficDistributionGroup();
    targets.put(arn, new Target(arn, known(instance).arn(), status, quota));
    return arn;
  }

  String addFlow(String instance, String name) {
    String instanceArn = known(instance).arn();
    String arn = Arns.contactFlow(instanceArn);
    flows.put(arn, new Flow(arn, instanceArn, name));
    return arn;
  }

  void markAsBuilt() {
    builtTargets.mark();
    builtFlows.mark();
  }

  void reset() {
    builtTargets.restore();
    builtFlows.restore();
  }

  List<String> arns(Predicate<Target> which) {
    return targets.values().stream().filter(which).map(Target::arn).toList();
  }

  Optional<Target> withArn(String arn) {
    return Optional.ofNullable(targets.get(arn));
  }

  Optional<Target> instance(String idOrArn) {
    return targets.values().stream()
        .filter(Target::isInstance)
        .filter(target -> isNamed(target.arn(), idOrArn))
        .findFirst();
  }

  Target getInstance(String idOrArn) {
    return instance(idOrArn)
        .orElseThrow(() -> AwsError.resourceNotFound("Instance not found: " + idOrArn));
  }

  boolean isGroup(String idOrArn) {
    return targets.values().stream()
        .anyMatch(target -> !target.isInstance() && isNamed(target.arn(), idOrArn));
  }

  Optional<Flow> flow(Target instance, String idOrArn) {
    return flows.values().stream()
        .filter(flow -> flow.instanceArn().equals(instance.arn()))
        .filter(flow -> isNamed(flow.arn(), idOrArn))
        .findFirst();
  }

  private Target known(String instance) {
    return instance(instance)
        .orElseThrow(() -> new IllegalArgumentException("no instance " + instance + " here"));
  }

  private static boolean isNamed(String arn, String idOrArn) {
    return arn.equals(idOrArn) || Arns.lastPart(arn).equals(idOrArn);
  }
}

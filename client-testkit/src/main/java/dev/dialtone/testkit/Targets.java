package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The instances, traffic distribution groups and flows. Not thread-safe; the world guards it. */
final class Targets {
  private static final String ACTIVE = "ACTIVE";

  private final Arns arns;
  private final Dice ids;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, Flow> flows = new LinkedHashMap<>();
  private final AsBuilt<Target> builtTargets = new AsBuilt<>(targets);
  private final AsBuilt<Flow> builtFlows = new AsBuilt<>(flows);

  Targets(Arns arns, Dice ids) {
    this.arns = arns;
    this.ids = ids;
  }

  String addInstance(int quota) {
    String arn = arns.instance(ids.id("instance"));
    return add(new Target(arn, arn, ACTIVE, quota));
  }

  String addGroup(String instance, String status, int quota) {
    String arn = arns.trafficDistributionGroup(ids.id("group"));
    return add(new Target(arn, known(instance).arn(), status, quota));
  }

  /** One that was created in another Region, from an instance that this one is a replica of. */
  String addGroupOf(String region, String instance, int quota) {
    String arn = arns.in(region).trafficDistributionGroup(ids.id("group"));
    return add(new Target(arn, known(instance).arn(), ACTIVE, quota));
  }

  /** A group of another Region. */
  Target getElsewhere(String group) {
    Target found = targets.get(group);
    Arguments.require(
        found != null && arns.isElsewhere(group), "no group of another Region: " + group);
    return withArn(group).orElseThrow();
  }

  void setStatus(String group, String status) {
    Target found = targets.get(group);
    Arguments.require(found != null && !found.isInstance(), "no group " + group + " here");
    targets.computeIfPresent(group, (arn, before) -> before.withStatus(status));
  }

  String addFlow(String instance, String name) {
    String instanceArn = known(instance).arn();
    String arn = Arns.contactFlow(instanceArn, ids.id("flow"));
    flows.put(arn, new Flow(arn, instanceArn, name));
    return arn;
  }

  /** How many numbers all instances together may have. */
  int quota() {
    return targets.values().stream().filter(Target::isInstance).mapToInt(Target::quota).sum();
  }

  boolean isOfThisRegion(String arn) {
    return !arns.isElsewhere(arn);
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

  private String add(Target target) {
    targets.put(target.arn(), target);
    return target.arn();
  }

  private Target known(String instance) {
    return instance(instance)
        .orElseThrow(() -> new IllegalArgumentException("no instance " + instance + " here"));
  }

  private static boolean isNamed(String arn, String idOrArn) {
    return arn.equals(idOrArn) || Arns.lastPart(arn).equals(idOrArn);
  }
}

package dev.dialtone.testing;

import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Instances, groups and flows. Not thread-safe. */
final class Places {
  private final Map<Target, Integer> quotas = new LinkedHashMap<>();
  private final Map<Target, Target.Instance> groups = new HashMap<>();
  private final Set<ContactFlow> flows = new HashSet<>();

  void add(Target.Instance instance, int quota) {
    quotas.put(instance, quota);
  }

  /** A group has no quota of its own. */
  void add(Target.TrafficDistributionGroup group, Target.Instance of) {
    quotas.put(group, Integer.MAX_VALUE);
    groups.put(group, of);
  }

  void add(ContactFlow flow) {
    flows.add(flow);
  }

  boolean has(ContactFlow flow) {
    return flows.contains(flow);
  }

  int quota(Target target) {
    return quotas.getOrDefault(target, 0);
  }

  Optional<Target.Instance> instanceOf(Target target) {
    return target instanceof Target.Instance its
        ? Optional.of(its)
        : Optional.ofNullable(groups.get(target));
  }

  /** The place that was named so, by ARN or by bare id. */
  Target known(Target named) {
    return quotas.keySet().stream()
        .filter(named::isSameAs)
        .findFirst()
        .orElseThrow(() -> ConnectWorld.notFound("Target"));
  }
}

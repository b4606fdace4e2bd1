package dev.dialtone.testkit;

import java.util.Optional;

/** How a request names its target: by exactly one of TargetArn and InstanceId. */
record TargetReference(String name, boolean instanceOnly) {

  static TargetReference in(Members members) {
    Optional<String> arn = members.text("TargetArn", 2048);
    Optional<String> instance = members.text("InstanceId", 100);
    if (arn.isPresent() == instance.isPresent()) {
      throw AwsError.invalidParameter("exactly one of TargetArn and InstanceId is required");
    }
    return arn.map(name -> new TargetReference(name, false))
        .orElseGet(() -> new TargetReference(members.required("InstanceId", 100), true));
  }

  Optional<Target> find(Targets targets) {
    return instanceOnly ? targets.instance(name) : targets.withArn(name);
  }

  Target get(Targets targets) {
    return find(targets).orElseThrow(() -> AwsError.resourceNotFound("Target not found: " + name));
  }
}

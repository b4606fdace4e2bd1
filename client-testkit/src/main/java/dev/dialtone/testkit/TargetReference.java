package dev.dialtone.testkit;

import java.util.Optional;

/** How a request names its target: by TargetArn or by InstanceId. */
record TargetReference(String name, boolean instanceOnly) {

  /** By exactly one of the two. */
  static TargetReference in(Members members) {
    return optional(members).orElseThrow(TargetReference::notExactlyOne);
  }

  /** By at most one of the two. */
  static Optional<TargetReference> optional(Members members) {
    Optional<String> arn = members.text("TargetArn");
    Optional<String> instance = members.text("InstanceId");
    if (arn.isPresent() && instance.isPresent()) {
      throw notExactlyOne();
    }
    return arn.map(name -> new TargetReference(name, false))
        .or(() -> instance.map(name -> new TargetReference(name, true)));
  }

  Optional<Target> find(Targets targets) {
    return instanceOnly ? targets.instance(name) : targets.withArn(name);
  }

  Target get(Targets targets) {
    return find(targets).orElseThrow(() -> AwsError.resourceNotFound("Target not found: " + name));
  }

  private static AwsError notExactlyOne() {
    return AwsError.invalidParameter("exactly one of TargetArn and InstanceId is required");
  }
}

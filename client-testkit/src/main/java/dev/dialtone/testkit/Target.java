package dev.dialtone.testkit;

import java.util.Optional;

/**
 * An instance, or a traffic distribution group made from one: what numbers are claimed to.
 *
 * @param instanceArn the instance itself, or the one that the group was made from
 */
record Target(String arn, String instanceArn, String status, int quota) {

  Target withStatus(String newStatus) {
    return new Target(arn, instanceArn, newStatus, quota);
  }

  boolean isInstance() {
    return arn.equals(instanceArn);
  }

  boolean isActive() {
    return status.equals("ACTIVE");
  }

  Optional<String> instanceId() {
    return isInstance() ? Optional.of(Arns.lastPart(arn)) : Optional.empty();
  }
}

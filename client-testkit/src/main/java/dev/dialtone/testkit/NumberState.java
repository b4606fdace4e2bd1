package dev.dialtone.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * What is true of a number at one time.
 *
 * @param held false only after a failed claim: the number fills no quota and cannot be moved
 */
record NumberState(
    NumberStatus status,
    String message,
    String targetArn,
    Optional<String> flowArn,
    Optional<String> description,
    Map<String, String> tags,
    boolean held) {

  static NumberState claimed(
      Target target, Optional<String> description, Map<String, String> tags) {
    return new NumberState(
        NumberStatus.CLAIMED, "", target.arn(), Optional.empty(), description, tags, true);
  }

  NumberState inProgress() {
    return new NumberState(
        NumberStatus.IN_PROGRESS, "", targetArn, flowArn, description, tags, held);
  }

  NumberState claimFailed(String reason) {
    return failed(reason, false);
  }

  /** The target and the flow stay what they were. */
  NumberState moveFailed(String reason) {
    return failed(reason, held);
  }

  /** The flow does not move with the number. */
  NumberState movedTo(Target target) {
    return claimed(target, description, tags);
  }

  NumberState onFlow(Flow flow) {
    return new NumberState(
        status, message, targetArn, Optional.of(flow.arn()), description, tags, held);
  }

  private NumberState failed(String reason, boolean stillHeld) {
    return new NumberState(
        NumberStatus.FAILED, reason, targetArn, flowArn, description, tags, stillHeld);
  }
}

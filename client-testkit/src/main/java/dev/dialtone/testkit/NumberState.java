package dev.dialtone.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * What is true of a number at one time.
 *
 * @param flowLeft the flow that it was on before it moved
 */
record NumberState(
    NumberStatus status,
    String message,
    String targetArn,
    Optional<String> flowArn,
    Optional<String> description,
    Map<String, String> tags,
    Holding holding,
    Optional<String> flowLeft) {

  static NumberState claimed(
      Target target, Optional<String> description, Map<String, String> tags) {
    return new NumberState(
        NumberStatus.CLAIMED,
        "",
        target.arn(),
        Optional.empty(),
        description,
        tags,
        Holding.HELD,
        Optional.empty());
  }

  boolean isHeld() {
    return holding == Holding.HELD;
  }

  boolean isReleased() {
    return holding == Holding.RELEASED;
  }

  /** Whether its claim or import failed and may be tried again. */
  boolean mayBeTriedAgain() {
    return holding == Holding.NOT_OBTAINED && status == NumberStatus.FAILED;
  }

  NumberState inProgress() {
    return with(NumberStatus.IN_PROGRESS, "", holding);
  }

  /** A claim or an import that came to nothing. */
  NumberState notObtained(String reason) {
    return with(NumberStatus.FAILED, reason, Holding.NOT_OBTAINED);
  }

  /** A change of a number that failed: everything else stays what it was. */
  NumberState failed(String reason) {
    return with(NumberStatus.FAILED, reason, holding);
  }

  /** The flow does not move with the number. */
  NumberState movedTo(Target target) {
    return new NumberState(
        NumberStatus.CLAIMED,
        "",
        target.arn(),
        Optional.empty(),
        description,
        tags,
        Holding.HELD,
        flowArn);
  }

  NumberState described(Optional<String> newDescription) {
    return new NumberState(
        NumberStatus.CLAIMED, "", targetArn, flowArn, newDescription, tags, holding, flowLeft);
  }

  NumberState released() {
    return onFlow(Optional.empty()).with(status, message, Holding.RELEASED);
  }

  NumberState onFlow(Optional<String> newFlowArn) {
    return new NumberState(
        status, message, targetArn, newFlowArn, description, tags, holding, Optional.empty());
  }

  NumberState tagged(Map<String, String> newTags) {
    return new NumberState(
        status, message, targetArn, flowArn, description, newTags, holding, flowLeft);
  }

  NumberState at(String otherTargetArn) {
    return new NumberState(
        status, message, otherTargetArn, flowArn, description, tags, holding, flowLeft);
  }

  private NumberState with(NumberStatus newStatus, String newMessage, Holding newHolding) {
    return new NumberState(
        newStatus, newMessage, targetArn, flowArn, description, tags, newHolding, flowLeft);
  }
}

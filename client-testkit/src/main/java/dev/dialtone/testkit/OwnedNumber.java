package dev.dialtone.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * A number that was claimed or imported, as it truly is now: stale reads and scripted statuses do
 * not show here.
 *
 * @param number the number in E.164 form
 * @param id its UUID
 * @param arn its ARN
 * @param targetArn the instance or traffic distribution group that it is with
 * @param status {@code CLAIMED}, {@code IN_PROGRESS} or {@code FAILED}
 * @param statusMessage why it failed, else empty
 * @param description its description, empty if it has none
 * @param tags its tags
 * @param contactFlowId the ARN of its flow, as {@link PhoneNumberSimulator#addFlow} gave it
 */
public record OwnedNumber(
    String number,
    String id,
    String arn,
    String targetArn,
    String status,
    String statusMessage,
    String description,
    Map<String, String> tags,
    Optional<String> contactFlowId) {

  /** Copies the tags. */
  public OwnedNumber {
    tags = Map.copyOf(tags);
  }
}

package dev.dialtone.model;

import java.util.Map;
import java.util.Optional;

/**
 * A number that was claimed, imported or moved, as DescribePhoneNumber shows it. {@link
 * #toString()} is masked and leaves out the description and the tags.
 *
 * @param id the id to pass back in
 * @param arn its ARN, where the service sent it
 * @param number the number itself
 * @param country its country, where the service sent it
 * @param type its kind, where the service sent it
 * @param status how the previous operation on it ended, or that it has not
 * @param statusMessage the service's reason for a FAILED status, as sent: it may hold the number
 * @param target where it routes its calls; empty if the service named none that is known
 * @param description the description, where there is one
 * @param tags its tags
 * @param sourceArn where an imported number came from
 */
public record ConnectNumber(
    PhoneNumberId id,
    Optional<Arn> arn,
    E164 number,
    Optional<CountryCode> country,
    Optional<NumberType> type,
    NumberStatus status,
    Optional<String> statusMessage,
    Optional<Target> target,
    Optional<String> description,
    Map<String, String> tags,
    Optional<Arn> sourceArn) {
  /** Copies the tags. */
  public ConnectNumber {
    tags = Map.copyOf(tags);
  }

  /** Whether the number routes to that target. */
  public boolean isAt(Target wanted) {
    return target.filter(wanted::isSameAs).isPresent();
  }

  @Override
  public String toString() {
    return "ConnectNumber["
        + number
        + " "
        + status
        + target.map(at -> " at " + at).orElse("")
        + ", id "
        + id
        + "]";
  }
}

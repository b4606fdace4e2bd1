package dev.dialtone.model;

import java.util.Optional;

/**
 * A number of the account, as a listing shows it: without status and tags, which only a describe
 * tells. {@link #toString()} is masked and leaves out the description.
 *
 * @param id the id to pass back in
 * @param arn its ARN, where the service sent it
 * @param number the number itself
 * @param country its country, where the service sent it
 * @param type its kind, where the service sent it
 * @param target where it routes its calls; empty if the service named none that is known
 * @param description the description, where there is one
 * @param sourceArn where an imported number came from
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListPhoneNumbersV2.html">
 *     ListPhoneNumbersV2</a>
 */
public record ListedNumber(
    PhoneNumberId id,
    Optional<Arn> arn,
    E164 number,
    Optional<CountryCode> country,
    Optional<NumberType> type,
    Optional<Target> target,
    Optional<String> description,
    Optional<Arn> sourceArn) {
  @Override
  public String toString() {
    return "ListedNumber[" + number + target.map(at -> " at " + at).orElse("") + ", id " + id + "]";
  }
}

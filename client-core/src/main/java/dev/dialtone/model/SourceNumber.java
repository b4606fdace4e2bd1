package dev.dialtone.model;

/**
 * A number of another AWS service that can be imported into Amazon Connect, for example of AWS End
 * User Messaging: {@code arn:aws:sms-voice:us-west-2:111122223333:phone-number/phone-…}.
 *
 * <p>Refuses other text with an {@link IllegalArgumentException}.
 *
 * @param arn its ARN, of any service but Amazon Connect itself, with Region and account
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ImportPhoneNumber.html">
 *     ImportPhoneNumber</a>
 */
public record SourceNumber(Arn arn) {
  /** Checks the parts of the ARN. */
  public SourceNumber {
    if (arn.region().isEmpty() || arn.account().isEmpty()) {
      throw new IllegalArgumentException(
          "the ARN of a number to import must name its Region and account, but was "
              + Masked.inText(arn.text()));
    }
    if (arn.service().equals("connect")) {
      throw new IllegalArgumentException(
          "a number to import must be of another service, for example sms-voice; Amazon Connect"
              + " has this one already: "
              + Masked.inText(arn.text()));
    }
  }

  /** The number with that ARN. */
  public static SourceNumber of(String arn) {
    return new SourceNumber(Arn.parse(arn));
  }

  /** Whether that ARN names this number. */
  public boolean isSameAs(Arn other) {
    return arn.text().equalsIgnoreCase(other.text());
  }

  @Override
  public String toString() {
    return Masked.inText(arn.text());
  }
}

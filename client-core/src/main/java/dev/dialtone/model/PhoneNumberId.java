package dev.dialtone.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id that Amazon Connect gives a claimed number: a UUID, or its ARN. For a number of a traffic
 * distribution group use the ARN: the UUID is not found from the group's other Region.
 *
 * <p>Refuses other text with an {@link IllegalArgumentException}.
 *
 * @param value the UUID or ARN
 */
public record PhoneNumberId(String value) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?!\\d+$|\\.+$|(?:1-)?\\d{3}-\\d{3}-\\d{4}$)[^\\s\\p{Cntrl}+/:%?#()]{1,500}");

  /** Checks the form. */
  public PhoneNumberId {
    if (Arn.looksLike(value)) {
      ConnectArns.PHONE_NUMBER.match(Arn.parse(value));
    } else if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a phone number id must be the UUID or ARN that Amazon Connect gave the number when it"
              + " was claimed, not the number itself, but was "
              + Masked.shown(value));
    }
  }

  /** The id with that text. */
  public static PhoneNumberId of(String value) {
    return new PhoneNumberId(value);
  }

  /** The ARN, if the id is one. */
  public Optional<Arn> arn() {
    return Arn.looksLike(value) ? Optional.of(Arn.parse(value)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}

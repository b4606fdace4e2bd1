package dev.dialtone.model;

import java.util.regex.Pattern;

/**
 * The name that callees see on an outbound call, where their carrier shows it: 2 to 15 letters,
 * digits and blanks.
 *
 * <p>Refuses other text with an {@link IllegalArgumentException}.
 *
 * @param value the name, for example {@code ACME SUPPORT}
 * @see <a
 *     href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_UpdatePhoneNumber.html">
 *     UpdatePhoneNumber</a>
 */
public record CallingName(String value) {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9 ]{2,15}");

  /** Checks the form. */
  public CallingName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a calling name must be 2 to 15 letters, digits and blanks, for example ACME SUPPORT, but"
              + " was "
              + Masked.shown(value));
    }
  }

  /** The name with that text. */
  public static CallingName of(String value) {
    return new CallingName(value);
  }

  @Override
  public String toString() {
    return Masked.inText(value);
  }
}

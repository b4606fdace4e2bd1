package dev.dialtone.model;

import java.util.regex.Pattern;

/**
 * An Amazon Resource Name: {@code arn:partition:service:region:account:resource}.
 *
 * <p>Refuses other text with an {@link IllegalArgumentException}.
 *
 * @param text the whole as AWS writes it
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
public record Arn(String text) {
  private static final Pattern FORM =
      Pattern.compile("arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:(?:[0-9]{12})?:[^\\s:]\\S*");

  /** Checks the form. */
  public Arn {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "an ARN must be arn:{partition}:{service}:{region}:{account of 12 digits}:{resource}, but"
              + " was "
              + Masked.shown(text));
    }
  }

  /** The ARN that the text spells. */
  public static Arn parse(String text) {
    return new Arn(text);
  }

  /** Whether the text means to be an ARN. */
  public static boolean looksLike(String text) {
    return text.startsWith("arn:");
  }

  /** For example {@code aws} or {@code aws-us-gov}. */
  public String partition() {
    return part(1);
  }

  /** For example {@code connect}. */
  public String service() {
    return part(2);
  }

  /** For example {@code us-west-2}; empty for global resources. */
  public String region() {
    return part(3);
  }

  /** Twelve digits, or empty. */
  public String account() {
    return part(4);
  }

  /** What follows, for example {@code instance/0a1b2c3d-…}. */
  public String resource() {
    return text.substring(start(5));
  }

  private String part(int index) {
    int start = start(index);
    return text.substring(start, text.indexOf(':', start));
  }

  private int start(int part) {
    int start = 0;
    for (int before = 0; before < part; before++) {
      start = text.indexOf(':', start) + 1;
    }
    return start;
  }

  @Override
  public String toString() {
    return text;
  }
}

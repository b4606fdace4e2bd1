package dev.dialtone.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Amazon Resource Name: {@code arn:partition:service:region:account:resource}.
 *
 * @param partition for example {@code aws} or {@code aws-us-gov}
 * @param service for example {@code connect}
 * @param region for example {@code us-west-2}; empty for global resources
 * @param account twelve digits, or empty
 * @param resource what follows, for example {@code instance/0a1b2c3d-…}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {
  private static final Pattern FORM =
      Pattern.compile("arn:(aws[a-z0-9-]*):([a-z0-9-]+):([a-z0-9-]*):([0-9]{12}|):([^\\s:]\\S*)");

  /** Checks the parts by the form of the whole. */
  public Arn {
    match(joined(partition, service, region, account, resource));
  }

  /**
   * The ARN that the text spells.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Arn parse(String text) {
    Matcher form = match(text);
    return new Arn(form.group(1), form.group(2), form.group(3), form.group(4), form.group(5));
  }

  /** Whether the text means to be an ARN. */
  public static boolean looksLike(String text) {
    return text.startsWith("arn:");
  }

  /** The whole as AWS writes it. */
  public String text() {
    return joined(partition, service, region, account, resource);
  }

  @Override
  public String toString() {
    return text();
  }

  private static String joined(String... parts) {
    return "arn:" + String.join(":", parts);
  }

  private static Matcher match(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "an ARN must be arn:{partition}:{service}:{region}:{account of 12 digits}:{resource}, but"
              + " was "
              + Masked.shown(text));
    }
    return form;
  }
}

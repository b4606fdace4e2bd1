package dev.dialtone.model;

import java.util.function.IntPredicate;

/**
 * An Amazon Resource Name: {@code arn:partition:service:region:account:resource}.
 *
 * <p>Refuses other text with an {@link IllegalArgumentException}.
 *
 * @param text the whole as AWS writes it
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
public record Arn(String text) {
  private static final String BEGINNING = "arn:aws";
  private static final int RESOURCE = 5;
  private static final int ACCOUNT_DIGITS = 12;
  private static final String BLANKS = " \t\n\u000B\f\r";

  /** Checks the form. */
  public Arn {
    if (!hasForm(text)) {
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
    return text.substring(start(text, RESOURCE));
  }

  private String part(int index) {
    return text.substring(start(text, index), start(text, index + 1) - 1);
  }

  /** Where that part begins; not after the one before it if it is not there. */
  private static int start(String text, int part) {
    int start = 0;
    for (int before = 0; before < part; before++) {
      start = text.indexOf(':', start) + 1;
    }
    return start;
  }

  /** By hand: each look at a number reads several, and a pattern takes microseconds for each. */
  private static boolean hasForm(String text) {
    int service = start(text, 2);
    int region = start(text, 3);
    int account = start(text, 4);
    int resource = start(text, RESOURCE);
    return text.startsWith(BEGINNING)
        && (service + 1 < region && region < account && account < resource)
        && all(text, BEGINNING.length(), service - 1, Arn::isOfName)
        && all(text, service, region - 1, Arn::isOfName)
        && all(text, region, account - 1, Arn::isOfName)
        && (resource - account == 1 || resource - account == ACCOUNT_DIGITS + 1)
        && all(text, account, resource - 1, Arn::isDigit)
        && resource < text.length()
        && text.charAt(resource) != ':'
        && all(text, resource, text.length(), sign -> BLANKS.indexOf(sign) < 0);
  }

  private static boolean all(String text, int from, int to, IntPredicate test) {
    for (int i = from; i < to; i++) {
      if (!test.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfName(int sign) {
    return (sign >= 'a' && sign <= 'z') || isDigit(sign) || sign == '-';
  }

  private static boolean isDigit(int sign) {
    return sign >= '0' && sign <= '9';
  }

  @Override
  public String toString() {
    return text;
  }
}

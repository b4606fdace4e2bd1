package dev.dialtone.model;

import java.util.regex.Pattern;

/**
 * How phone numbers appear wherever a person or a log could read them: only the last four digits.
 *
 * <p>This class is thread-safe.
 */
public final class Masked {
  private static final int SHOWN = 4;
  private static final int FEWEST_DIGITS = 7;
  private static final int LONGEST_SHOWN = 60;

  /** What stands between groups of digits, also when copied out of a document. */
  private static final String GAP = "[ .\\-/_\\u00A0\\u2007\\u202F\\u2010-\\u2015]";

  /**
   * Anything a text may hold that is long enough to be a phone number: after a plus,
   * percent-encoded or not, or two zeros, whatever stands between the digits; in groups as in North
   * America; or bare. A UUID is none, nor are digits inside other hexadecimal text or the account
   * of an ARN.
   */
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?<uuid>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
              + "|(?:\\+|%(?:25)?2[Bb]|\\\\u002[Bb]|(?<!\\w)00(?=[1-9]))"
              + ("(?:(?:" + GAP + "|[()]){0,3}\\d){7,15}(?!\\d)")
              + ("|(?<![\\w-])(?:1" + GAP + ")?\\(?\\d{3}\\)?" + GAP + "{0,2}")
              + ("\\d{3}" + GAP + "{1,2}\\d{4}(?![\\w-])")
              + "|(?<![0-9a-fA-F])(?<!:(?=\\d{12}:))\\d{7,15}(?![0-9a-fA-F])");

  private Masked() {}

  /**
   * The number with all but its last four digits replaced, for example {@code *******0100}. Four
   * digits or fewer are replaced altogether.
   */
  public static String lastFour(String number) {
    String digits = number.replaceAll("\\D", "");
    int hidden = digits.length() <= SHOWN ? digits.length() : digits.length() - SHOWN;
    return "*".repeat(hidden) + digits.substring(hidden);
  }

  /** The text with every phone number in it masked by {@link #lastFour}. */
  public static String inText(String text) {
    return digits(text) < FEWEST_DIGITS ? text : masked(text);
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        digits++;
      }
    }
    return digits;
  }

  private static String masked(String text) {
    return IN_TEXT
        .matcher(text)
        .replaceAll(
            found ->
                found.group(1) == null
                    ? lastFour(found.group().replaceFirst("^(?:%(?:25)?|\\\\u00)2[Bb]", "+"))
                    : found.group());
  }

  /** A bad text for a message: masked, in one line, not longer than a person reads. */
  static String shown(String text) {
    String line = inText(text).replaceAll("\\p{Cntrl}", "?");
    return text.isEmpty()
        ? "empty"
        : "'"
            + (line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…")
            + "'";
  }

  /**
   * The throwable itself if neither it nor its causes and suppressed ones show a phone number, else
   * a stand-in with its class name, masked text and stack trace.
   */
  public static Throwable inThrowable(Throwable caught) {
    return MaskedCause.of(caught);
  }
}

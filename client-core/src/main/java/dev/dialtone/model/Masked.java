package dev.dialtone.model;

import java.util.regex.Pattern;

/**
 * How phone numbers appear wherever a person or a log could read them: only the last four digits.
 *
 * <p>This class is thread-safe.
 */
public final class Masked {
  private static final int SHOWN = 4;
  private static final int LONGEST_SHOWN = 60;

  /**
   * Anything a service text may hold that is long enough to be a phone number: E.164 with a plus,
   * percent-encoded or bare, or written with blanks, dots, dashes and brackets after a plus or as
   * in North America. Twelve digits between colons are the account of an ARN, and digits inside a
   * UUID are not a number.
   */
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?:\\+|%(?:25)?2[Bb]|\\\\u002[Bb])"
              + "(?:\\d{7,15}(?!\\d)|\\d{1,3}(?:[ .-]?\\(?\\d{2,4}\\)?){2,5})"
              + "|(?<![\\w-])(?:1[ .-])?\\(?\\d{3}\\)?[ .-]{1,2}\\d{3}[ .-]\\d{4}(?![\\w-])"
              + "|(?<![\\w-])(?<!:(?=\\d{12}:))\\d{7,15}(?![\\w-])");

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
    return IN_TEXT
        .matcher(text)
        .replaceAll(
            found -> lastFour(found.group().replaceFirst("^(?:%(?:25)?|\\\\u00)2[Bb]", "+")));
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

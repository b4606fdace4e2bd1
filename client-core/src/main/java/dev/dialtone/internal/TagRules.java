package dev.dialtone.internal;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * What a tag may be.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_TagResource.html">
 *     TagResource</a>
 */
final class TagRules {
  static final int MOST = 50;

  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private final BiConsumer<String, String> violations;

  TagRules(BiConsumer<String, String> violations) {
    this.violations = violations;
  }

  void key(String key) {
    if (key.isEmpty()) {
      violations.accept(
          "tag", "a key must have 1 to " + LONGEST_KEY + " characters, but one is empty");
    }
    Rules.tooLong(field(key) + " (key)", LONGEST_KEY, key, violations);
    if (key.startsWith("aws:")) {
      violations.accept(field(key), "a key must not begin with 'aws:', which AWS keeps for itself");
    }
    if (!KEY.matcher(key).matches()) {
      violations.accept(
          field(key), "a key may hold letters, digits, blanks and _ . : / = + - @ only");
    }
  }

  void value(String key, String value) {
    Rules.tooLong(field(key) + " (value)", LONGEST_VALUE, value, violations);
  }

  private static String field(String key) {
    String shown = key.substring(0, Math.min(key.length(), LONGEST_KEY));
    return "tag '" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}

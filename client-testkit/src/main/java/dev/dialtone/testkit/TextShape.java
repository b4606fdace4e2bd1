package dev.dialtone.testkit;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A string; its length is counted in code points.
 *
 * @param words all that it may be; empty if it is not an enum
 */
record TextShape(int min, int max, Optional<Pattern> pattern, Set<String> words) implements Shape {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  static TextShape any() {
    return ofLength(0, UNLIMITED);
  }

  static TextShape ofLength(int min, int max) {
    return new TextShape(min, max, Optional.empty(), Set.of());
  }

  static TextShape matching(String pattern) {
    return any().andMatching(pattern);
  }

  static TextShape oneOf(Set<String> words) {
    return new TextShape(0, UNLIMITED, Optional.empty(), Set.copyOf(words));
  }

  TextShape andMatching(String wholePattern) {
    return new TextShape(min, max, Optional.of(Pattern.compile(wholePattern)), words);
  }

  boolean allows(String text) {
    int length = text.codePointCount(0, text.length());
    return length >= min && length <= max && fits(text) && isKnown(text);
  }

  @Override
  public void check(String at, Object value, Violations found) {
    if (!(value instanceof String text)) {
      throw AwsError.serialization(at + " must be a string");
    }
    found.requireLength(text.codePointCount(0, text.length()), min, max, at);
    found.require(
        fits(text),
        at,
        "satisfy regular expression pattern: " + pattern.map(Pattern::pattern).orElse(""));
    found.require(isKnown(text), at, "satisfy enum value set: " + new TreeSet<>(words));
  }

  private boolean fits(String text) {
    return pattern.map(form -> form.matcher(text).matches()).orElse(true);
  }

  private boolean isKnown(String text) {
    return words.isEmpty() || words.contains(text);
  }
}

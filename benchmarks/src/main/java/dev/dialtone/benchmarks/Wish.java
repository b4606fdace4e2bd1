package dev.dialtone.benchmarks;

import java.util.List;

/**
 * One operation that somebody wants done once, whatever dies meanwhile; a line of text on its way
 * to the process that does it.
 *
 * @param key its idempotency key
 * @param number the number, in E.164 form; no other wish has the same effect on it
 * @param subject the ARN of what is there already: the number, or the source of an import; empty
 *     for a claim
 * @param place the ARN of the target or of the flow; empty where there is none
 * @param text the description, the tag's value or the name; empty where there is none
 */
record Wish(String key, Kind kind, String number, String subject, String place, String text) {
  private static final String TAB = "\t";

  static Wish of(String line) {
    List<String> parts = List.of(line.split(TAB, -1));
    return new Wish(
        parts.get(0),
        Kind.valueOf(parts.get(1)),
        parts.get(2),
        parts.get(3),
        parts.get(4),
        parts.get(5));
  }

  String line() {
    return String.join(TAB, key, kind.name(), number, subject, place, text);
  }
}

package dev.dialtone.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path of the API, for example {@code /phone-number/{PhoneNumberId}/contact-flow}. */
record PathTemplate(List<String> segments) {

  static PathTemplate of(String text) {
    return new PathTemplate(List.of(text.split("/", -1)));
  }

  /**
   * The members that a path carries, decoded once; nothing if it is another path. The split is made
   * on the wire form, so that an ARN, whose {@code /} travels as {@code %2F}, stays one member.
   */
  Optional<Map<String, String>> match(String wirePath) {
    String[] actual = wirePath.split("/", -1);
    if (actual.length != segments.size()) {
      return Optional.empty();
    }
    var members = new HashMap<String, String>();
    for (int i = 0; i < actual.length; i++) {
      String expected = segments.get(i);
      if (expected.startsWith("{") && !actual[i].isEmpty()) {
        members.put(expected.substring(1, expected.length() - 1), decoded(actual[i]));
      } else if (!expected.equals(actual[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(members);
  }

  private static String decoded(String segment) {
    // URLDecoder is made for forms, where a plus is a space; in a path it is a plus.
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}

package dev.dialtone.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path of the API, for example {@code /phone-number/{PhoneNumberId}/contact-flow}.
 *
 * @param fixedQuery the query parameters that tell the operation apart from another at this path
 */
record PathTemplate(List<String> segments, Map<String, List<String>> fixedQuery) {

  /** As AWS's models write it, perhaps with a query: {@code /phone-numbers?operation=x}. */
  static PathTemplate of(String text) {
    Call call = Call.of("", text, Map.of(), "");
    return new PathTemplate(List.of(call.path().split("/", -1)), call.query());
  }

  boolean isChosenBy(Map<String, List<String>> query) {
    return query.entrySet().containsAll(fixedQuery.entrySet());
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
      if (expected.startsWith("{")) {
        // An empty one is absent, which the operation's shape refuses.
        if (!actual[i].isEmpty()) {
          members.put(expected.substring(1, expected.length() - 1), decoded(actual[i]));
        }
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

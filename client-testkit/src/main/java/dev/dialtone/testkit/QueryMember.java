package dev.dialtone.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A member that travels in the query, where it goes by another name.
 *
 * @param reading what all the values of the parameter are taken for
 */
record QueryMember(String parameter, String member, Function<List<String>, Object> reading) {

  /** One text; of a repeated parameter the last. */
  static QueryMember text(String parameter, String member) {
    return new QueryMember(parameter, member, values -> values.get(values.size() - 1));
  }

  /** A whole number; any other text stays one, which is refused where the member is read. */
  static QueryMember integer(String parameter, String member) {
    return new QueryMember(parameter, member, values -> number(values.get(values.size() - 1)));
  }

  /** A list, of a single value too. */
  static QueryMember list(String parameter, String member) {
    return new QueryMember(parameter, member, List::copyOf);
  }

  Optional<Object> in(Map<String, List<String>> query) {
    return Optional.ofNullable(query.get(parameter)).map(reading);
  }

  private static Object number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException notANumber) {
      return text;
    }
  }
}

package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a request, from path, query and body alike, of which a {@link StructureShape} has
 * checked all that the published model says.
 */
record Members(Map<String, Object> values) {

  Optional<String> text(String name) {
    return Optional.ofNullable((String) values.get(name));
  }

  /** One that the shape requires. */
  String required(String name) {
    return text(name).orElseThrow();
  }

  Optional<Integer> integer(String name) {
    return Optional.ofNullable((Integer) values.get(name));
  }

  /** The texts of a list, none if it is absent. */
  List<String> textList(String name) {
    return list(name).stream().map(String.class::cast).toList();
  }

  /** The objects of a list, none if it is absent. */
  List<Members> objectList(String name) {
    return list(name).stream().map(object -> new Members(byName((Map<?, ?>) object))).toList();
  }

  Map<String, String> textMap(String name) {
    var texts = new LinkedHashMap<String, String>();
    if (values.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, text) -> texts.put((String) key, (String) text));
    }
    return texts;
  }

  /** What an idempotency token is bound to: everything but the token. */
  Map<String, Object> without(String name) {
    var rest = new LinkedHashMap<>(values);
    rest.remove(name);
    return rest;
  }

  private List<?> list(String name) {
    return values.get(name) instanceof List<?> list ? list : List.of();
  }

  private static Map<String, Object> byName(Map<?, ?> object) {
    var members = new LinkedHashMap<String, Object>();
    object.forEach((name, value) -> members.put((String) name, value));
    return members;
  }
}

package dev.dialtone.testkit;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.JsonException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a request, from path, query and body alike. Reading one checks its JSON type
 * (SerializationException) and its length (InvalidParameterException).
 */
record Members(Map<String, Object> values) {

  static Members of(Map<String, ?> fromUrl, String body) {
    var values = new LinkedHashMap<String, Object>();
    if (!body.isBlank()) {
      parsed(body).forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    values.putAll(fromUrl);
    return new Members(values);
  }

  Optional<String> text(String name, int maxLength) {
    Optional<String> text = Optional.ofNullable(values.get(name)).map(value -> string(name, value));
    if (text.filter(value -> value.length() > maxLength).isPresent()) {
      throw AwsError.invalidParameter(name + " must have at most " + maxLength + " characters");
    }
    return text;
  }

  String required(String name, int maxLength) {
    return text(name, maxLength)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> AwsError.invalidParameter(name + " is required"));
  }

  Optional<Integer> integer(String name) {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Integer number) {
      return Optional.of(number);
    }
    throw AwsError.serialization(name + " must be an integer");
  }

  /** The texts of a list, none if it is absent. */
  List<String> textList(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw AwsError.serialization(name + " must be a list");
    }
    return list.stream().map(text -> string(name, text)).toList();
  }

  /** The objects of a list, none if it is absent. */
  List<Members> objectList(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw AwsError.serialization(name + " must be a list");
    }
    return list.stream().map(object -> object(name, object)).toList();
  }

  Map<String, String> textMap(String name) {
    Object value = values.get(name);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw AwsError.serialization(name + " must be an object");
    }
    var texts = new LinkedHashMap<String, String>();
    map.forEach((key, text) -> texts.put(String.valueOf(key), string(name, text)));
    return texts;
  }

  /** What an idempotency token is bound to: everything but the token. */
  Map<String, Object> without(String name) {
    var rest = new LinkedHashMap<>(values);
    rest.remove(name);
    return rest;
  }

  private static Members object(String name, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw AwsError.serialization(name + " must hold objects");
    }
    var members = new LinkedHashMap<String, Object>();
    map.forEach((key, member) -> members.put(String.valueOf(key), member));
    return new Members(members);
  }

  private static Map<?, ?> parsed(String body) {
    try {
      if (Json.read(body, Object.class) instanceof Map<?, ?> object) {
        return object;
      }
    } catch (JsonException e) {
      // The parser's own text would show the body; what the client needs to know is below.
    }
    throw AwsError.serialization("the body is not a JSON object");
  }

  private static String string(String name, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw AwsError.serialization(name + " must be a string");
  }
}

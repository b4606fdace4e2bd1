package dev.dialtone.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** Walks a published shape and makes values that break it, each in one way. */
final class BadValues {
  private static final List<String> ODD =
      List.of(
          "!",
          "+",
          " ",
          "x",
          "a/b",
          "12065550100",
          "+0123456",
          "+12345678901234567",
          "aws:team",
          "team#1",
          "++1",
          "123456789012",
          "sixteen letters!",
          "AAAAAAAAAAAAAAAA",
          "\n");

  private final PublishedShapes api;

  BadValues(PublishedShapes api) {
    this.api = api;
  }

  /** A value, what is wrong with it, and whether it is not even of the right type. */
  record Bad(String what, Object value, Violation.Kind kind) {}

  /**
   * @param good a value that is as it must be
   */
  List<Bad> of(JsonNode shape, Object good) {
    return switch (shape.path("type").asText()) {
      case "string" -> texts(shape, good);
      case "integer" -> integers(shape);
      case "list" -> lists(shape, (List<?>) good);
      case "map" -> maps(shape, (Map<?, ?>) good);
      case "structure" -> structures(shape, (Map<?, ?>) good);
      default -> throw new IllegalArgumentException("no idea of " + shape.path("type"));
    };
  }

  private List<Bad> texts(JsonNode shape, Object good) {
    var bad = new ArrayList<Bad>();
    if (shape.path("min").asInt(0) > 0) {
      bad.add(constraint("too short", "a".repeat(shape.path("min").asInt() - 1)));
    }
    if (shape.has("max")) {
      bad.add(constraint("too long", "a".repeat(shape.path("max").asInt() + 1)));
    }
    PublishedShapes.pattern(shape)
        .ifPresent(
            form ->
                ODD.stream()
                    .filter(odd -> odd.length() <= shape.path("max").asInt(Integer.MAX_VALUE))
                    .filter(odd -> !whole(form).matcher(odd).matches())
                    .limit(6)
                    .forEach(odd -> bad.add(constraint("pattern '" + odd + "'", odd))));
    if (shape.has("enum")) {
      for (String odd :
          List.of(
              "NOT_A_WORD", "", good + " ", good.toString().toLowerCase(java.util.Locale.ROOT))) {
        bad.add(constraint("enum '" + odd + "'", odd));
      }
    }
    for (Object odd : List.of(7, true, List.of("x"), Map.of("x", "y"))) {
      bad.add(type("no string " + odd, odd));
    }
    return bad;
  }

  private static List<Bad> integers(JsonNode shape) {
    var bad = new ArrayList<Bad>();
    bad.add(constraint("too small", shape.path("min").asInt() - 1));
    bad.add(constraint("negative", -7));
    bad.add(constraint("too large", shape.path("max").asInt() + 1));
    bad.add(constraint("much too large", Integer.MAX_VALUE));
    for (Object odd : List.of("abc", "1.5", 1.5, true, 10_000_000_000L, "")) {
      bad.add(type("no integer '" + odd + "'", odd));
    }
    return bad;
  }

  private List<Bad> lists(JsonNode shape, List<?> good) {
    var bad = new ArrayList<Bad>();
    Object item = good.get(0);
    if (shape.path("min").asInt(0) > 0) {
      bad.add(constraint("too few", List.of()));
    }
    if (shape.has("max")) {
      bad.add(constraint("too many", Collections.nCopies(shape.path("max").asInt() + 1, item)));
    }
    for (Bad odd : of(api.shapeOf(shape.path("member")), item)) {
      bad.add(new Bad("item " + odd.what(), List.of(odd.value()), odd.kind()));
      bad.add(new Bad("2nd item " + odd.what(), List.of(item, odd.value()), odd.kind()));
    }
    bad.add(type("null in it", Collections.singletonList(null)));
    bad.add(type("no list", "x"));
    bad.add(type("an object", Map.of("x", "y")));
    return bad;
  }

  private List<Bad> maps(JsonNode shape, Map<?, ?> good) {
    var bad = new ArrayList<Bad>();
    if (shape.path("min").asInt(0) > 0) {
      bad.add(constraint("too few", Map.of()));
    }
    var tooMany = new TreeMap<String, String>();
    for (int i = 0; i <= shape.path("max").asInt(); i++) {
      tooMany.put("key" + i, "value");
    }
    bad.add(constraint("too many", tooMany));
    for (Bad odd : of(api.shapeOf(shape.path("key")), "key")) {
      if (odd.value() instanceof String key) {
        bad.add(new Bad("key " + odd.what(), Map.of(key, "value"), odd.kind()));
      }
    }
    for (Bad odd : of(api.shapeOf(shape.path("value")), "value")) {
      bad.add(new Bad("value " + odd.what(), Map.of("key", odd.value()), odd.kind()));
    }
    bad.add(type("null in it", Collections.singletonMap("key", null)));
    bad.add(type("no object", "x"));
    bad.add(type("a list", List.copyOf(good.values())));
    return bad;
  }

  private List<Bad> structures(JsonNode shape, Map<?, ?> good) {
    var bad = new ArrayList<Bad>();
    members(
        shape,
        good,
        (name, odd) -> {
          var item = copy(good);
          item.put(name, odd.value());
          bad.add(new Bad(name + " " + odd.what(), item, odd.kind()));
        });
    for (JsonNode required : shape.path("required")) {
      var item = copy(good);
      item.remove(required.asText());
      bad.add(constraint("without " + required.asText(), item));
    }
    bad.add(type("no object", "x"));
    return bad;
  }

  private void members(JsonNode shape, Map<?, ?> good, BiConsumer<String, Bad> each) {
    shape
        .path("members")
        .properties()
        .forEach(
            member -> {
              Object sample = good.containsKey(member.getKey()) ? good.get(member.getKey()) : "A1";
              of(api.shapeOf(member.getValue()), sample)
                  .forEach(odd -> each.accept(member.getKey(), odd));
            });
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, Object>();
    map.forEach((name, value) -> copy.put((String) name, value));
    return copy;
  }

  private static Pattern whole(Pattern form) {
    return Pattern.compile("(?s)(?:" + form.pattern() + ")");
  }

  private static Bad constraint(String what, Object value) {
    return new Bad(what, value, Violation.Kind.CONSTRAINT);
  }

  private static Bad type(String what, Object value) {
    return new Bad(what, value, Violation.Kind.SERIALIZATION);
  }
}

package dev.dialtone.testkit;

import static java.util.Objects.requireNonNull;

import com.github.tomakehurst.wiremock.common.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** An API as AWS publishes it to the makers of SDKs: says what an answer does not obey. */
final class PublishedShapes {
  static final String CONNECT = "connect-2017-08-08-model.json";
  static final String VOICE = "chime-sdk-voice-2022-08-03-model.json";
  static final String LEGACY = "chime-2018-05-01-model.json";

  private final JsonNode model;

  PublishedShapes(String file) {
    try (var in = requireNonNull(PublishedShapes.class.getResourceAsStream("/models/" + file))) {
      model = Json.node(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  JsonNode operation(String name) {
    JsonNode operation = model.at("/operations/" + name);
    if (operation.isMissingNode()) {
      throw new IllegalArgumentException("no operation " + name);
    }
    return operation;
  }

  JsonNode shape(String name) {
    return model.at("/shapes/" + name);
  }

  /** The shape of a member, an item, a key or a value. */
  JsonNode shapeOf(JsonNode reference) {
    return shape(reference.path("shape").asText());
  }

  /** The errors that an operation declares, with their HTTP status. */
  Map<String, Integer> errors(String operation) {
    var errors = new LinkedHashMap<String, Integer>();
    operation(operation)
        .path("errors")
        .forEach(
            error ->
                errors.put(
                    error.path("shape").asText(),
                    shapeOf(error).at("/error/httpStatusCode").asInt()));
    return errors;
  }

  /** The pattern of a string; some of Connect's are escaped twice, and meant once. */
  static Optional<Pattern> pattern(JsonNode shape) {
    return Optional.ofNullable(shape.get("pattern"))
        .map(text -> Pattern.compile(text.asText().replace("\\\\", "\\"), Pattern.DOTALL));
  }

  /** What is wrong with the body of a 200. */
  List<String> violations(String operation, String answer) {
    var found = new ArrayList<String>();
    JsonNode output = operation(operation).path("output");
    if (output.isMissingNode()) {
      require(answer.isEmpty(), operation + " answers nothing", found);
    } else {
      check(shapeOf(output), Json.node(answer), operation, found);
    }
    return found;
  }

  private void check(JsonNode shape, JsonNode value, String at, List<String> found) {
    switch (shape.path("type").asText()) {
      case "structure" -> structure(shape, value, at, found);
      case "list" -> {
        require(value.isArray(), at + " is no list", found);
        length(shape, value.size(), at, found);
        value.forEach(item -> check(shapeOf(shape.path("member")), item, at + "[]", found));
      }
      case "map" -> {
        require(value.isObject(), at + " is no map", found);
        length(shape, value.size(), at, found);
        value
            .properties()
            .forEach(
                entry -> {
                  string(
                      shapeOf(shape.path("key")), Json.node('"' + entry.getKey() + '"'), at, found);
                  check(shapeOf(shape.path("value")), entry.getValue(), at + "{}", found);
                });
      }
      case "boolean" -> require(value.isBoolean(), at + " is no boolean", found);
      case "timestamp" ->
          require(
              value.asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"),
              at + " is no ISO 8601 timestamp",
              found);
      default -> string(shape, value, at, found);
    }
  }

  private void structure(JsonNode shape, JsonNode value, String at, List<String> found) {
    require(value.isObject(), at + " is no structure", found);
    shape
        .path("required")
        .forEach(name -> require(value.has(name.asText()), at + " lacks " + name, found));
    value
        .properties()
        .forEach(
            member -> {
              JsonNode known = shape.path("members").path(member.getKey());
              String in = at + "." + member.getKey();
              require(!known.isMissingNode(), in + " is not in the model", found);
              check(shapeOf(known), member.getValue(), in, found);
            });
  }

  private static void string(JsonNode shape, JsonNode value, String at, List<String> found) {
    require(value.isTextual(), at + " is no string", found);
    String text = value.asText();
    length(shape, text.codePointCount(0, text.length()), at, found);
    pattern(shape)
        .ifPresent(form -> require(form.matcher(text).find(), at + " must match " + form, found));
    var words = new ArrayList<String>();
    shape.path("enum").forEach(word -> words.add(word.asText()));
    require(words.isEmpty() || words.contains(text), at + " must be one of " + words, found);
  }

  private static void length(JsonNode shape, int length, String at, List<String> found) {
    require(length >= shape.path("min").asInt(0), at + " is too short", found);
    require(length <= shape.path("max").asInt(Integer.MAX_VALUE), at + " is too long", found);
  }

  private static void require(boolean condition, String otherwise, List<String> found) {
    if (!condition) {
      found.add(otherwise);
    }
  }
}

package dev.dialtone.testkit;

import static java.util.Objects.requireNonNull;

import com.github.tomakehurst.wiremock.common.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** An API as AWS publishes it to the makers of SDKs: says what an answer does not obey. */
final class PublishedShapes {
  private final JsonNode model;

  PublishedShapes(String file) {
    try (var in = requireNonNull(PublishedShapes.class.getResourceAsStream("/models/" + file))) {
      model = Json.node(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What is wrong with the body of a 200. */
  List<String> violations(String operation, String answer) {
    var found = new ArrayList<String>();
    String shape = model.at("/operations/" + operation + "/output/shape").asText();
    check(shape, Json.node(answer), operation, found);
    return found;
  }

  private void check(String shapeName, JsonNode value, String at, List<String> found) {
    JsonNode shape = model.at("/shapes/" + shapeName);
    switch (shape.path("type").asText()) {
      case "structure" -> structure(shape, value, at, found);
      case "list" -> {
        require(value.isArray(), at + " is no list", found);
        value.forEach(item -> check(shape.at("/member/shape").asText(), item, at + "[]", found));
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
    value
        .properties()
        .forEach(
            member -> {
              JsonNode known = shape.path("members").path(member.getKey());
              String in = at + "." + member.getKey();
              require(!known.isMissingNode(), in + " is not in the model", found);
              check(known.path("shape").asText(), member.getValue(), in, found);
            });
  }

  private static void string(JsonNode shape, JsonNode value, String at, List<String> found) {
    require(value.isTextual(), at + " is no string", found);
    Pattern pattern = Pattern.compile(shape.path("pattern").asText(""));
    require(pattern.matcher(value.asText()).find(), at + " must match " + pattern, found);
    var words = new ArrayList<String>();
    shape.path("enum").forEach(word -> words.add(word.asText()));
    require(
        words.isEmpty() || words.contains(value.asText()), at + " must be one of " + words, found);
  }

  private static void require(boolean condition, String otherwise, List<String> found) {
    if (!condition) {
      found.add(otherwise);
    }
  }
}

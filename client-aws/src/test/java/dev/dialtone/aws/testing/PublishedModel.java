package dev.dialtone.aws.testing;

import static java.util.Objects.requireNonNull;

import com.github.tomakehurst.wiremock.common.Json;
import dev.dialtone.testkit.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** An API as AWS publishes it to the makers of SDKs: says what a message does not obey. */
public final class PublishedModel {
  private static final Set<String> TEXTUAL = Set.of("string", "blob", "timestamp");

  /** Escaped twice in the model, where they would refuse every number with a plus. */
  private static final Set<String> ESCAPED_TWICE = Set.of("PhoneNumber", "PhoneNumberPrefix");

  private final JsonNode model;

  /** That of this file of AWS's, for example {@code connect-2017-08-08-model.json}. */
  public PublishedModel(String file) {
    try (var in = requireNonNull(PublishedModel.class.getResourceAsStream("/models/" + file))) {
      model = Json.node(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What is wrong with a request: method, path, query and body. */
  public List<String> violations(RecordedRequest request) {
    var found = new ArrayList<String>();
    JsonNode operation = operation(request.operation());
    if (!operation.at("/http/method").asText().equals(request.method())) {
      found.add("method " + request.method());
    }
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    if (!request.body().isEmpty()) {
      input.setAll((ObjectNode) Json.node(request.body()));
    }
    String shape = operation.at("/input/shape").asText();
    addPath(operation.at("/http/requestUri").asText(), request.path(), shape, input, found);
    request.query().forEach((name, value) -> addQuery(shape, name, value, input, found));
    check(shape, input, request.operation(), found);
    return found;
  }

  /** What is wrong with the body of a 200. */
  public List<String> violations(String operation, String answer) {
    var found = new ArrayList<String>();
    JsonNode output = operation(operation).at("/output/shape");
    if (output.isMissingNode() != answer.isEmpty()) {
      found.add("expected a body or none, not: " + answer);
    } else if (!answer.isEmpty()) {
      check(output.asText(), Json.node(answer), operation, found);
    }
    return found;
  }

  /** A query parameter, as the member whose place it is; a list's values stand between commas. */
  private void addQuery(
      String shape, String name, String value, ObjectNode into, List<String> found) {
    Optional<String> member = memberAt("querystring", name, shape);
    if (member.isEmpty()) {
      found.add("query " + name);
      return;
    }
    String type = model.at("/shapes/" + shape + "/members/" + member.get() + "/shape").asText();
    switch (model.at("/shapes/" + type + "/type").asText()) {
      case "list" -> Stream.of(value.split(",")).forEach(into.withArray(member.get())::add);
      case "integer" -> into.set(member.get(), Json.node(value));
      default -> into.put(member.get(), value);
    }
  }

  /** The member that travels there under that name. */
  private Optional<String> memberAt(String location, String name, String shape) {
    return model.at("/shapes/" + shape + "/members").properties().stream()
        .filter(member -> member.getValue().path("location").asText().equals(location))
        .filter(member -> member.getValue().path("locationName").asText().equals(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Those of Amazon Chime are recorded with the service before them. */
  private JsonNode operation(String name) {
    return model.at("/operations/" + name.substring(name.indexOf(':') + 1));
  }

  /** The parts of the path, as members; the pattern takes an encoded ARN for one part. */
  private void addPath(
      String template, String path, String shape, ObjectNode into, List<String> found) {
    Matcher names = Pattern.compile("\\{(\\w+)}").matcher(template);
    Matcher parts = Pattern.compile(names.replaceAll("([^/]+)")).matcher(path);
    if (!parts.matches()) {
      found.add("path " + path + " is not " + template);
      return;
    }
    names.reset();
    for (int i = 1; names.find(); i++) {
      String name = memberAt("uri", names.group(1), shape).orElseThrow();
      if (into.has(name)) {
        found.add(name + " is in the path and in the body");
      }
      into.put(name, URLDecoder.decode(parts.group(i), StandardCharsets.UTF_8));
    }
  }

  private void check(String shapeName, JsonNode value, String at, List<String> found) {
    JsonNode shape = model.at("/shapes/" + shapeName);
    String type = shape.path("type").asText();
    if (!isOfType(type, value)) {
      found.add(at + " is no " + type + ": " + value.getNodeType());
      return;
    }
    switch (type) {
      case "structure" -> structure(shape, value, at, found);
      case "list" ->
          value.forEach(item -> check(shape.at("/member/shape").asText(), item, at + "[]", found));
      case "map" ->
          value
              .properties()
              .forEach(
                  entry -> {
                    JsonNode key = JsonNodeFactory.instance.textNode(entry.getKey());
                    String in = at + "." + entry.getKey();
                    check(shape.at("/key/shape").asText(), key, in, found);
                    check(shape.at("/value/shape").asText(), entry.getValue(), in, found);
                  });
      case "string" -> string(shapeName, shape, value.asText(), at, found);
      default -> {}
    }
    size(shape, value, at, found);
  }

  private void structure(JsonNode shape, JsonNode value, String at, List<String> found) {
    shape
        .path("required")
        .forEach(
            name -> {
              if (!value.has(name.asText())) {
                found.add(at + " lacks " + name.asText());
              }
            });
    value
        .properties()
        .forEach(
            member -> {
              JsonNode known = shape.path("members").path(member.getKey());
              String in = at + "." + member.getKey();
              if (known.isMissingNode()) {
                found.add(in + " is not in the model");
              } else {
                check(known.path("shape").asText(), member.getValue(), in, found);
              }
            });
  }

  private static void string(
      String name, JsonNode shape, String text, String at, List<String> found) {
    String written = shape.path("pattern").asText("");
    String pattern = ESCAPED_TWICE.contains(name) ? written.replace("\\\\", "\\") : written;
    if (!Pattern.compile(pattern).matcher(text).find()) {
      found.add(at + " must match " + pattern + ": " + text);
    }
    List<String> words = new ArrayList<>();
    shape.path("enum").forEach(word -> words.add(word.asText()));
    if (!words.isEmpty() && !words.contains(text)) {
      found.add(at + " must be one of " + words + ": " + text);
    }
  }

  private static void size(JsonNode shape, JsonNode value, String at, List<String> found) {
    long size =
        value.isTextual()
            ? value.asText().codePointCount(0, value.asText().length())
            : value.isContainerNode() ? value.size() : value.asLong();
    if (size > shape.path("max").asLong(Long.MAX_VALUE)) {
      found.add(at + " is above its maximum: " + size);
    }
    if (size < shape.path("min").asLong(Long.MIN_VALUE)) {
      found.add(at + " is below its minimum: " + size);
    }
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "structure", "map" -> value.isObject();
      case "list" -> value.isArray();
      case "integer", "long" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      default -> TEXTUAL.contains(type) && value.isTextual();
    };
  }
}

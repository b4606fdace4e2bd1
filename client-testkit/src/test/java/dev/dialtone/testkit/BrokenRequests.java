package dev.dialtone.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.NullNode;

/** All the ways to break the published constraints of one operation, each once. */
final class BrokenRequests {
  private static final List<String> MALFORMED =
      List.of(
          "{",
          "[]",
          "7",
          "\"text\"",
          "null",
          "{} {}",
          "{'a':1}",
          "{a:1}",
          "{\"a\":}",
          "{\"a\":1,}",
          "{} // all",
          "<html/>",
          "{\"a\":01}",
          "{\"a\":\"\t\"}");

  private final PublishedRequest good;
  private final BadValues badValues;
  private final List<Violation> found = new ArrayList<>();

  private BrokenRequests(PublishedRequest good) {
    this.good = good;
    this.badValues = new BadValues(good.api());
  }

  static List<Violation> of(PublishedRequest good) {
    var broken = new BrokenRequests(good);
    good.input()
        .path("members")
        .properties()
        .forEach(member -> broken.breakMember(member.getKey(), member.getValue()));
    good.input().path("required").forEach(name -> broken.leaveOut(name.asText()));
    if (good.hasBody()) {
      MALFORMED.forEach(broken::malform);
    }
    return List.copyOf(broken.found);
  }

  private void breakMember(String name, JsonNode reference) {
    JsonNode shape = good.api().shapeOf(reference);
    Object sample = good.members().containsKey(name) ? good.members().get(name) : sample(shape);
    badValues.of(shape, sample).stream()
        .filter(bad -> canTravel(bad, good.location(name), shape.path("type").asText()))
        .map(bad -> Violation.of(good.with(name, bad.value()), name, bad.what(), bad.kind()))
        .forEach(found::add);
  }

  private void leaveOut(String name) {
    add(good.without(name), name, "absent");
    if (good.location(name).equals("body")) {
      add(good.with(name, NullNode.instance), name, "null");
    }
  }

  private void add(PublishedRequest request, String name, String what) {
    found.add(Violation.of(request, name, what, Violation.Kind.CONSTRAINT));
  }

  private void malform(String body) {
    found.add(new Violation(good, "", body, Violation.Kind.SERIALIZATION, body));
  }

  /** In a path and in a query everything is text, and a path has no empty segment. */
  private static boolean canTravel(BadValues.Bad bad, String location, String type) {
    boolean isConstraint = bad.kind() == Violation.Kind.CONSTRAINT;
    return switch (location) {
      case "uri" -> isConstraint && !bad.value().equals("");
      case "querystring" -> isConstraint || type.equals("integer");
      default -> true;
    };
  }

  private Object sample(JsonNode shape) {
    return switch (shape.path("type").asText()) {
      case "integer" -> shape.path("min").asInt();
      case "list" -> List.of(sample(good.api().shapeOf(shape.path("member"))));
      case "map" -> Map.of("key", "value");
      default ->
          Stream.of(shape.path("enum").path(0).asText())
              .filter(word -> !word.isEmpty())
              .findFirst()
              .orElse("A1");
    };
  }
}

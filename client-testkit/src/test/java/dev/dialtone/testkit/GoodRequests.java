package dev.dialtone.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.NullNode;

/** What the published constraints of an operation just about allow, from one good request. */
final class GoodRequests {
  /** What these hold depends on the world, not on the model. */
  private static final Set<String> OF_THE_WORLD =
      Set.of(
          "TargetArn",
          "InstanceId",
          "PhoneNumber",
          "PhoneNumberId",
          "ClientToken",
          "NextToken",
          "SourcePhoneNumberArn",
          "ContactFlowId",
          "ResourceIds",
          "resourceArn",
          "UpdatePhoneNumberRequestItems");

  private static final Set<String> DETAILS = Set.of("ProductType", "CallingName", "Name");
  private static final List<String> WORDS =
      List.of("A1", "", "Night-line 2", "+1800", "1800", "+18005550100", "equal=a+b:c/d@e", "été");

  private final PublishedRequest good;

  private GoodRequests(PublishedRequest good) {
    this.good = good;
  }

  static List<PublishedRequest> of(PublishedRequest good) {
    var found = new ArrayList<PublishedRequest>(List.of(good, good.with("Unheard", "of")));
    var requests = new GoodRequests(good);
    good.input()
        .path("members")
        .properties()
        .forEach(member -> found.addAll(requests.varied(member.getKey(), member.getValue())));
    return List.copyOf(found);
  }

  private List<PublishedRequest> varied(String name, JsonNode reference) {
    var requests = new ArrayList<PublishedRequest>();
    if (!OF_THE_WORLD.contains(name)) {
      values(good.api().shapeOf(reference))
          .forEach(value -> requests.add(base(name).with(name, value)));
    }
    if (!isRequired(name)
        && good.location(name).equals("body")
        && !good.members().containsKey(name)) {
      requests.add(good.with(name, NullNode.instance));
    }
    return requests;
  }

  /** Amazon Chime takes one detail a call. */
  private PublishedRequest base(String name) {
    return DETAILS.contains(name) && good.operation().equals("UpdatePhoneNumber")
        ? good.without("CallingName")
        : good;
  }

  private boolean isRequired(String name) {
    var required = new ArrayList<String>();
    good.input().path("required").forEach(word -> required.add(word.asText()));
    return required.contains(name);
  }

  private List<?> values(JsonNode shape) {
    return switch (shape.path("type").asText()) {
      case "string" -> texts(shape);
      case "integer" -> List.of(shape.path("min").asInt(), 7, shape.path("max").asInt());
      case "list" -> lists(shape);
      case "map" -> maps(shape);
      default -> throw new IllegalArgumentException("no idea of " + shape.path("type"));
    };
  }

  private static List<String> texts(JsonNode shape) {
    var words = new ArrayList<String>();
    shape.path("enum").forEach(word -> words.add(word.asText()));
    if (!words.isEmpty()) {
      return words;
    }
    int max = shape.path("max").asInt(300);
    var candidates = new ArrayList<>(WORDS);
    candidates.add("a".repeat(max));
    candidates.add("\uD83D\uDE42".repeat(max));
    return candidates.stream()
        .filter(text -> text.length() >= shape.path("min").asInt(0))
        .filter(text -> text.codePointCount(0, text.length()) <= max)
        .filter(
            text ->
                PublishedShapes.pattern(shape)
                    .map(form -> form.matcher(text).matches())
                    .orElse(true))
        .toList();
  }

  private List<List<?>> lists(JsonNode shape) {
    List<?> items = values(good.api().shapeOf(shape.path("member")));
    int max = shape.path("max").asInt();
    var lists = new ArrayList<List<?>>();
    items.forEach(item -> lists.add(List.of(item)));
    lists.add(IntStream.range(0, max).mapToObj(i -> items.get(i % items.size())).toList());
    if (shape.path("min").asInt(0) == 0) {
      lists.add(List.of());
    }
    return lists;
  }

  private List<Map<?, ?>> maps(JsonNode shape) {
    var maps = new ArrayList<Map<?, ?>>();
    values(good.api().shapeOf(shape.path("key"))).forEach(key -> maps.add(Map.of(key, "value")));
    values(good.api().shapeOf(shape.path("value")))
        .forEach(value -> maps.add(Map.of("key", value)));
    var most = new LinkedHashMap<String, String>();
    IntStream.range(0, shape.path("max").asInt()).forEach(i -> most.put("key" + i, "value"));
    maps.add(most);
    return maps;
  }
}

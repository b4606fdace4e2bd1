package dev.dialtone.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wiremock.com.fasterxml.jackson.core.JsonProcessingException;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A request of a published operation, by the members of its input; each travels where the model
 * puts it.
 */
record PublishedRequest(PublishedShapes api, String operation, Map<String, Object> members) {
  // WireMock's own writer leaves nulls out.
  private static final JsonMapper PLAIN = new JsonMapper();

  static PublishedRequest of(PublishedShapes api, String operation, Map<String, ?> members) {
    return new PublishedRequest(api, operation, new LinkedHashMap<>(members));
  }

  PublishedRequest with(String name, Object value) {
    var changed = new LinkedHashMap<>(members);
    changed.put(name, value);
    return new PublishedRequest(api, operation, changed);
  }

  PublishedRequest without(String name) {
    var changed = new LinkedHashMap<>(members);
    changed.remove(name);
    return new PublishedRequest(api, operation, changed);
  }

  JsonNode input() {
    return api.shapeOf(api.operation(operation).path("input"));
  }

  /** {@code uri}, {@code querystring} or {@code body}. */
  String location(String member) {
    return input().at("/members/" + member + "/location").asText("body");
  }

  boolean hasBody() {
    var names = new ArrayList<String>();
    input().path("members").fieldNames().forEachRemaining(names::add);
    return names.stream().anyMatch(name -> location(name).equals("body"));
  }

  String method() {
    return api.operation(operation).at("/http/method").asText();
  }

  String path() {
    String path = api.operation(operation).at("/http/requestUri").asText();
    var query = new ArrayList<String>();
    for (var member : members.entrySet()) {
      String name = input().at("/members/" + member.getKey() + "/locationName").asText();
      switch (location(member.getKey())) {
        case "uri" -> path = path.replace("{" + name + "}", encoded(member.getValue()));
        case "querystring" ->
            values(member.getValue()).forEach(value -> query.add(name + "=" + encoded(value)));
        default -> {}
      }
    }
    path = path.replaceAll("\\{\\w+}", "");
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  String body() {
    if (!hasBody()) {
      return "";
    }
    var body = new LinkedHashMap<>(members);
    body.keySet().removeIf(name -> !location(name).equals("body"));
    try {
      return PLAIN.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<?> values(Object value) {
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
  }
}

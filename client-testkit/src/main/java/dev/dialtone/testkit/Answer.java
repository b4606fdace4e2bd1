package dev.dialtone.testkit;

import com.github.tomakehurst.wiremock.common.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP answer in the rest-json wire format, without the request id that every reply gets. */
record Answer(int status, Map<String, String> headers, String body) {
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String JSON = "application/json";

  static Answer ok(Map<String, ?> members) {
    return new Answer(200, Map.of(CONTENT_TYPE, JSON), Json.write(members));
  }

  static Answer empty() {
    return new Answer(200, Map.of(CONTENT_TYPE, JSON), "");
  }

  static Answer error(int status, String code, Map<String, ?> members) {
    return new Answer(
        status, Map.of(CONTENT_TYPE, JSON, "x-amzn-ErrorType", code), Json.write(members));
  }

  /** A body of any kind: a page is labelled as one, everything else claims to be JSON. */
  static Answer raw(int status, String body) {
    String type = body.stripLeading().startsWith("<") ? "text/html" : JSON;
    return new Answer(status, Map.of(CONTENT_TYPE, type), body);
  }

  Answer withBody(String otherBody) {
    return new Answer(status, headers, otherBody);
  }

  Answer withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, Map.copyOf(more), body);
  }
}

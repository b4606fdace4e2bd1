package dev.dialtone.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP request, path and query apart; the path as on the wire. */
record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  static Call of(String method, String url, Map<String, String> headers, String body) {
    int mark = url.indexOf('?');
    return mark < 0
        ? new Call(method, url, Map.of(), headers, body)
        : new Call(method, url.substring(0, mark), queryIn(url.substring(mark + 1)), headers, body);
  }

  RecordedRequest recorded(String operation, Reply reply, Instant at) {
    return new RecordedRequest(
        operation, method, path, query, body, headers, reply.status(), reply.disposition(), at);
  }

  private static Map<String, String> queryIn(String text) {
    var query = new LinkedHashMap<String, String>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      query.put(decoded(name), decoded(value));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

package dev.dialtone.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One HTTP request, path and query apart; the path as on the wire. */
record Call(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    String body) {

  static Call of(String method, String url, Map<String, String> headers, String body) {
    int mark = url.indexOf('?');
    return mark < 0
        ? new Call(method, url, Map.of(), headers, body)
        : new Call(method, url.substring(0, mark), queryIn(url.substring(mark + 1)), headers, body);
  }

  RecordedRequest recorded(String operation, Reply reply, Instant at) {
    var joined = new LinkedHashMap<String, String>();
    query.forEach((name, values) -> joined.put(name, String.join(",", values)));
    return new RecordedRequest(
        operation, method, path, joined, body, headers, reply.status(), reply.disposition(), at);
  }

  private static Map<String, List<String>> queryIn(String text) {
    var query = new LinkedHashMap<String, List<String>>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      query.computeIfAbsent(decoded(name), first -> new ArrayList<>()).add(decoded(value));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

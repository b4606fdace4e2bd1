package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;

/** Sends requests of a published API and holds every answer, good or bad, against it. */
final class PublishedWire {
  private static final String PROTOCOL_ERROR = "SerializationException";

  private final PublishedShapes api;
  private final RawHttp http;

  PublishedWire(PublishedShapes api, URI endpoint) {
    this.api = api;
    this.http = new RawHttp(endpoint);
  }

  HttpResponse<String> send(PublishedRequest request) {
    return send(request, request.body());
  }

  HttpResponse<String> send(PublishedRequest request, String body) {
    try {
      HttpResponse<String> answer = http.send(request.method(), request.path(), body);
      hold(request.operation(), answer);
      return answer;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String code(HttpResponse<String> answer) {
    return answer.headers().firstValue("x-amzn-errortype").orElse("");
  }

  private void hold(String operation, HttpResponse<String> answer) {
    if (answer.statusCode() == 200) {
      assertThat(api.violations(operation, answer.body())).as(answer.body()).isEmpty();
    } else if (code(answer).equals(PROTOCOL_ERROR)) {
      assertThat(answer.statusCode()).isEqualTo(400);
    } else {
      assertThat(api.errors(operation)).containsEntry(code(answer), answer.statusCode());
    }
  }
}

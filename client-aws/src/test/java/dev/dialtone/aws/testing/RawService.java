package dev.dialtone.aws.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A server that answers whatever it is told to, for what no simulator of AWS would say. */
public final class RawService implements AutoCloseable {
  /** Of every answer. */
  public static final String REQUEST_ID = "11111111-2222-3333-4444-555555555555";

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort());

  /** Answers nothing but 404 until it is told to. */
  public RawService() {
    server.start();
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** With a certificate that nobody trusts. */
  public URI httpsEndpoint() {
    return URI.create("https://127.0.0.1:" + server.httpsPort());
  }

  /** How many requests arrived since it was last told what to answer. */
  public int requests() {
    return server.getAllServeEvents().size();
  }

  /** The headers of the one request that arrived, names in lower case. */
  public Map<String, String> onlyRequest() {
    var events = server.getAllServeEvents();
    if (events.size() != 1) {
      throw new AssertionError("expected one request, not " + events.size());
    }
    return events.get(0).getRequest().getHeaders().all().stream()
        .collect(
            Collectors.toMap(
                header -> header.key().toLowerCase(Locale.ROOT), header -> header.firstValue()));
  }

  /** When the requests claim to have been signed, oldest first. */
  public List<String> dates() {
    var newestFirst = server.getAllServeEvents();
    return IntStream.range(0, newestFirst.size())
        .mapToObj(i -> newestFirst.get(newestFirst.size() - 1 - i))
        .map(event -> event.getRequest().getHeader("X-Amz-Date"))
        .toList();
  }

  /** Every request is answered so from now on. */
  public void answers(ResponseDefinitionBuilder answer) {
    server.resetAll();
    server.stubFor(any(anyUrl()).willReturn(answer));
  }

  /** Besides, for some requests. */
  public void answers(MappingBuilder requests, ResponseDefinitionBuilder answer) {
    server.stubFor(requests.willReturn(answer));
  }

  /** JSON, or what is given for it. */
  public static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withHeader("x-amzn-RequestId", REQUEST_ID)
        .withBody(body);
  }

  /** The HTML of something in between. */
  public static ResponseDefinitionBuilder page(int status) {
    return json(status, "<html><body>" + status + "</body></html>")
        .withHeader("Content-Type", "text/html");
  }

  /** An error as the services send it. */
  public static ResponseDefinitionBuilder error(int status, String code, String message) {
    return json(status, Json.write(Map.of("Message", message)))
        .withHeader("x-amzn-ErrorType", code);
  }

  /**
   * As a table of bad answers names it: {@code 400 FooException} with a message, {@code 200} with a
   * body, {@code page} among them.
   */
  public static ResponseDefinitionBuilder answer(String statusAndCode, String text) {
    String[] parts = statusAndCode.split(" ", 2);
    int status = Integer.parseInt(parts[0]);
    if (parts.length == 2) {
      return error(status, parts[1], text);
    }
    return switch (text) {
      case "page" -> page(status);
      case "nothing" -> json(status, "").withHeader("Content-Length", "0");
      case "gzip" ->
          json(status, "").withHeader("Content-Encoding", "gzip").withBody(new byte[] {31, -117});
      default -> json(status, text);
    };
  }

  @Override
  public void close() {
    server.stop();
  }
}

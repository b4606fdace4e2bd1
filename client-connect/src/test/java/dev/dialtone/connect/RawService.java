package dev.dialtone.connect;

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
import java.util.Map;
import java.util.stream.IntStream;

/** A server that answers whatever it is told to, for what no simulator of AWS would say. */
final class RawService implements AutoCloseable {
  static final String REQUEST_ID = "11111111-2222-3333-4444-555555555555";

  /** What a good DescribePhoneNumber looks like; {@code %s} is the number. */
  static final String DESCRIBED =
      """
      {"ClaimedPhoneNumberSummary": {
        "PhoneNumberId": "0a1b2c3d-0000-4000-8000-00000000000a",
        "PhoneNumber": "%s",
        "PhoneNumberCountryCode": "US",
        "PhoneNumberType": "TOLL_FREE",
        "InstanceId": "0a1b2c3d-0000-4000-8000-00000000000b",
        "PhoneNumberStatus": {"Status": "CLAIMED", "Message": ""}}}""";

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort());

  RawService() {
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** With a certificate that nobody trusts. */
  URI httpsEndpoint() {
    return URI.create("https://127.0.0.1:" + server.httpsPort());
  }

  /** How many requests arrived since it was last told what to answer. */
  int requests() {
    return server.getAllServeEvents().size();
  }

  /** When the requests claim to have been signed, oldest first. */
  List<String> dates() {
    var newestFirst = server.getAllServeEvents();
    return IntStream.range(0, newestFirst.size())
        .mapToObj(i -> newestFirst.get(newestFirst.size() - 1 - i))
        .map(event -> event.getRequest().getHeader("X-Amz-Date"))
        .toList();
  }

  /** Every request is answered so from now on. */
  void answers(ResponseDefinitionBuilder answer) {
    server.resetAll();
    server.stubFor(any(anyUrl()).willReturn(answer));
  }

  /** Besides, for some requests. */
  void answers(MappingBuilder requests, ResponseDefinitionBuilder answer) {
    server.stubFor(requests.willReturn(answer));
  }

  static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withHeader("x-amzn-RequestId", REQUEST_ID)
        .withBody(body);
  }

  static ResponseDefinitionBuilder page(int status) {
    return json(status, "<html><body>" + status + "</body></html>")
        .withHeader("Content-Type", "text/html");
  }

  static ResponseDefinitionBuilder error(int status, String code, String message) {
    return json(status, Json.write(Map.of("Message", message)))
        .withHeader("x-amzn-ErrorType", code);
  }

  @Override
  public void close() {
    server.stop();
  }
}

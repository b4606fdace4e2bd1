package dev.dialtone.testkit;

import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;

/** The one place where WireMock's requests and responses meet ours. */
final class DispatchingTransformer implements ResponseDefinitionTransformerV2 {
  private final Dispatcher dispatcher;

  DispatchingTransformer(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public String getName() {
    return "phone-number-simulator";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    return response(dispatcher.dispatch(call(event.getRequest())));
  }

  private static Call call(Request request) {
    var headers = new LinkedHashMap<String, String>();
    for (String name : request.getAllHeaderKeys()) {
      headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", request.header(name).values()));
    }
    return Call.of(
        request.getMethod().value(), request.getUrl(), headers, request.getBodyAsString());
  }

  private static ResponseDefinition response(Reply reply) {
    var response = ResponseDefinitionBuilder.responseDefinition();
    if (!reply.delay().isZero()) {
      response.withFixedDelay((int) Math.min(reply.delay().toMillis(), Integer.MAX_VALUE));
    }
    return switch (reply.ending()) {
      case RESET -> response.withFault(CONNECTION_RESET_BY_PEER).build();
      case CLOSED -> response.withFault(EMPTY_RESPONSE).build();
      case TRUNCATED -> truncated(reply, response);
      case WHOLE -> whole(reply, response).build();
    };
  }

  /** The server ends the connection when a handler has written less than it announced. */
  private static ResponseDefinition truncated(Reply reply, ResponseDefinitionBuilder response) {
    byte[] body = reply.answer().body().getBytes(StandardCharsets.UTF_8);
    return whole(reply, response)
        .withHeader("Content-Length", Integer.toString(body.length))
        .withBody(Arrays.copyOf(body, body.length / 2))
        .build();
  }

  private static ResponseDefinitionBuilder whole(Reply reply, ResponseDefinitionBuilder response) {
    reply.answer().headers().forEach((name, value) -> response.withHeader(name, value));
    return response
        .withStatus(reply.status())
        .withHeader("x-amzn-RequestId", UUID.randomUUID().toString())
        .withBody(reply.answer().body());
  }
}

package dev.dialtone.testkit;

import java.util.Map;
import wiremock.com.fasterxml.jackson.core.JsonProcessingException;
import wiremock.com.fasterxml.jackson.databind.DeserializationFeature;
import wiremock.com.fasterxml.jackson.databind.ObjectReader;
import wiremock.com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads bodies strictly: WireMock's own reader would take comments and what comes after. */
final class RequestBody {
  private static final ObjectReader STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(Object.class);

  private RequestBody() {}

  /** The members of a JSON object; no body at all is one without members. */
  static Map<?, ?> parsed(String body) {
    if (body.isBlank()) {
      return Map.of();
    }
    try {
      if (STRICT.readValue(body) instanceof Map<?, ?> object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      // The parser's own text would show the body; what the client needs to know is below.
    }
    throw AwsError.serialization("the body is not a JSON object");
  }
}

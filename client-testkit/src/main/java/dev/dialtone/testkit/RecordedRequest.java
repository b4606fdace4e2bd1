package dev.dialtone.testkit;

import java.time.Instant;
import java.util.Map;

/**
 * One request as it arrived and what was answered.
 *
 * @param operation the API operation, one of Amazon Chime with the service before it ({@code
 *     chimesdkvoice:UpdatePhoneNumber}); {@code UnknownOperation} if method and path are none of
 *     ours
 * @param method the HTTP method
 * @param path the path as on the wire: still percent-encoded, without the query
 * @param query the decoded query parameters; the values of a repeated one joined by commas
 * @param body the body, empty if there was none
 * @param headers the headers, names in lower case
 * @param status the HTTP status answered; 0 if the reply was lost
 * @param disposition what became of it
 * @param at when it arrived, by the simulator's clock
 */
public record RecordedRequest(
    String operation,
    String method,
    String path,
    Map<String, String> query,
    String body,
    Map<String, String> headers,
    int status,
    Disposition disposition,
    Instant at) {

  /** Copies the maps. */
  public RecordedRequest {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }
}

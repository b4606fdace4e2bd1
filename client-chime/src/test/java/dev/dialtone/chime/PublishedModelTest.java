package dev.dialtone.chime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.aws.testing.PublishedModel;
import dev.dialtone.testkit.Disposition;
import dev.dialtone.testkit.RecordedRequest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the model, which {@link WireTest} holds every request against, would tell. */
class PublishedModelTest {
  private static final String PATH = "/phone-numbers/%2B12065550100";
  private static final PublishedModel VOICE =
      new PublishedModel("chime-sdk-voice-2022-08-03-model.json");
  private static final PublishedModel LEGACY = new PublishedModel("chime-2018-05-01-model.json");

  @Test
  void violations_badUpdates_areFound() {
    String bad = "{\"CallingName\":\"ACME!\",\"ProductType\":\"FaxMachine\",\"Foo\":1}";
    assertThat(VOICE.violations(update("POST", PATH, bad))).hasSize(3);
    assertThat(VOICE.violations(update("PUT", PATH + "/x", "{}"))).hasSize(3);
    assertThat(VOICE.violations(update("POST", PATH, "{\"CallingName\":\"\"}"))).isEmpty();
  }

  @Test
  void violations_wordsOfTheOtherNamespace_areFound() {
    RecordedRequest name = update("POST", PATH, "{\"Name\":\"Night line\"}");
    assertThat(VOICE.violations(name)).isEmpty();
    assertThat(LEGACY.violations(name)).hasSize(1);
    RecordedRequest business = update("POST", PATH, "{\"ProductType\":\"BusinessCalling\"}");
    assertThat(VOICE.violations(business)).hasSize(1);
    assertThat(LEGACY.violations(business)).isEmpty();
  }

  @Test
  void violations_badQueries_areFound() {
    RecordedRequest most = list(Map.of("max-results", "100"));
    assertThat(VOICE.violations(most)).isEmpty();
    assertThat(LEGACY.violations(most)).hasSize(1);
    assertThat(VOICE.violations(list(Map.of("MaxResults", "1", "product-type", "Fax")))).hasSize(2);
  }

  private static RecordedRequest list(Map<String, String> query) {
    return request("ListPhoneNumbers", "GET", "/phone-numbers", query, "");
  }

  private static RecordedRequest update(String method, String path, String body) {
    return request("UpdatePhoneNumber", method, path, Map.of(), body);
  }

  private static RecordedRequest request(
      String operation, String method, String path, Map<String, String> query, String body) {
    return new RecordedRequest(
        operation, method, path, query, body, Map.of(), 200, Disposition.APPLIED, Instant.EPOCH);
  }
}

package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the stand-in answers, held against AWS's own description of both APIs of Chime. */
class ChimePublishedModelTest {
  private static final String PATH = "/phone-numbers/%2B12065550100";
  private static final String BATCH = "/phone-numbers?operation=batch-update";

  private final PhoneNumberSimulator simulator = PhoneNumberSimulator.builder().start();
  private final ProvisionedNumber number =
      ProvisionedNumber.of(ChimeBench.NUMBER).callingName("OLD").name("Night-line").assigned();

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void answers_voice_obeyTheModel() throws Exception {
    simulator.addVoiceNumber(number);

    everyAnswerObeys("chime-sdk-voice-2022-08-03-model.json", simulator.voiceEndpoint());
  }

  @Test
  void answers_legacy_obeyTheModel() throws Exception {
    simulator.addLegacyNumber(number);

    everyAnswerObeys("chime-2018-05-01-model.json", simulator.legacyEndpoint());
  }

  @Test
  void violations_badAnswer_areFound() {
    var model = new PublishedShapes("chime-2018-05-01-model.json");
    String bad =
        "{\"PhoneNumber\":{\"Name\":\"x\",\"Type\":\"Odd\",\"CallingName\":\"!\","
            + "\"CreatedTimestamp\":7,\"Associations\":{},\"Capabilities\":{\"InboundCall\":1}}}";

    assertThat(model.violations("GetPhoneNumber", bad)).hasSizeGreaterThanOrEqualTo(6);
  }

  private void everyAnswerObeys(String file, URI endpoint) throws Exception {
    var model = new PublishedShapes(file);
    var http = new RawHttp(endpoint);
    String update = "{\"CallingName\":\"ACME\"}";
    String batch =
        "{\"UpdatePhoneNumberRequestItems\":["
            + "{\"PhoneNumberId\":\"%2B12065550100\",\"CallingName\":\"OTHER\"},"
            + "{\"PhoneNumberId\":\"%2B12065550199\",\"CallingName\":\"OTHER\"},"
            + "{\"PhoneNumberId\":\"%2B12065550198\"}]}";

    assertThat(model.violations("GetPhoneNumber", http.send("GET", PATH, "").body())).isEmpty();
    assertThat(model.violations("UpdatePhoneNumber", http.send("POST", PATH, update).body()))
        .isEmpty();
    assertThat(model.violations("GetPhoneNumber", http.send("GET", PATH, "").body())).isEmpty();
    assertThat(model.violations("ListPhoneNumbers", http.send("GET", "/phone-numbers", "").body()))
        .isEmpty();
    assertThat(model.violations("BatchUpdatePhoneNumber", http.send("POST", BATCH, batch).body()))
        .isEmpty();
  }
}

package dev.dialtone.testkit;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** A number, and one good request for each operation of one namespace of Amazon Chime. */
final class ChimeRequests implements AutoCloseable {
  private static final String NUMBER = "+12065550100";
  private static final String ID = "%2B12065550100";

  final PhoneNumberSimulator simulator = PhoneNumberSimulator.builder().start();
  final PublishedShapes api;
  final PublishedWire wire;

  private ChimeRequests(String model, boolean isVoice) {
    api = new PublishedShapes(model);
    simulator.addVoiceNumber(NUMBER);
    simulator.addLegacyNumber(NUMBER);
    URI endpoint = isVoice ? simulator.voiceEndpoint() : simulator.legacyEndpoint();
    wire = new PublishedWire(api, endpoint);
  }

  static ChimeRequests voice() {
    return new ChimeRequests(PublishedShapes.VOICE, true);
  }

  static ChimeRequests legacy() {
    return new ChimeRequests(PublishedShapes.LEGACY, false);
  }

  List<PublishedRequest> fresh() {
    simulator.reset();
    return List.of(
        PublishedRequest.of(
            api, "UpdatePhoneNumber", Map.of("PhoneNumberId", NUMBER, "CallingName", "ACME")),
        PublishedRequest.of(api, "GetPhoneNumber", Map.of("PhoneNumberId", NUMBER)),
        PublishedRequest.of(api, "ListPhoneNumbers", Map.of()),
        PublishedRequest.of(
            api,
            "BatchUpdatePhoneNumber",
            Map.of(
                "UpdatePhoneNumberRequestItems",
                List.of(Map.of("PhoneNumberId", ID, "ProductType", "VoiceConnector")))));
  }

  @Override
  public void close() {
    simulator.close();
  }
}

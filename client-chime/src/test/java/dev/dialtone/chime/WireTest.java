package dev.dialtone.chime;

import static dev.dialtone.aws.testing.Calls.call;
import static dev.dialtone.aws.testing.Calls.get;
import static dev.dialtone.chime.OverHttp.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.aws.testing.Calls;
import dev.dialtone.aws.testing.PublishedModel;
import dev.dialtone.model.E164;
import dev.dialtone.model.ProductType;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.ChimePort.Listing;
import dev.dialtone.spi.ChimeVoicePort;
import dev.dialtone.testkit.ProvisionedNumber;
import dev.dialtone.testkit.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What travels: method, path, query and body, to the letter, and as AWS's model has it. */
class WireTest {
  private static final String PATH = "/phone-numbers/%2B12065550100";
  private static final PublishedModel VOICE =
      new PublishedModel("chime-sdk-voice-2022-08-03-model.json");
  private static final PublishedModel LEGACY = new PublishedModel("chime-2018-05-01-model.json");

  private final OverHttp world = new OverHttp();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource
  void describe_always_isAGetWithTheNumberEncodedOnce(ChimeKind kind) {
    try (ChimePort port = world.adapter(kind)) {
      get(port.describe(NUMBER, call()));
    }
    assertSent(kind, "GetPhoneNumber", "GET " + PATH, Map.of(), "");
  }

  @ParameterizedTest
  @EnumSource
  void describe_shortestAndLongestNumber_areOnePartOfThePath(ChimeKind kind) {
    try (ChimePort port = world.adapter(kind)) {
      for (String digits : List.of("12", "123456789012345")) {
        Calls.failure(port.describe(E164.of("+" + digits), call()));
      }
    }
    assertThat(world.requests(kind, "GetPhoneNumber"))
        .extracting(RecordedRequest::path)
        .containsExactly("/phone-numbers/%2B12", "/phone-numbers/%2B123456789012345");
  }

  @ParameterizedTest
  @EnumSource
  void updateCallingName_always_isThatDetailAlone(ChimeKind kind) {
    try (ChimePort port = world.adapter(kind)) {
      get(port.updateCallingName(NUMBER, "ACME 24 7", call()));
    }
    assertUpdated(kind, "{\"CallingName\":\"ACME 24 7\"}");
  }

  @ParameterizedTest
  @EnumSource
  void updateCallingName_empty_isSentAsEmpty(ChimeKind kind) {
    E164 named = E164.of("+12065550101");
    world.add(ProvisionedNumber.of(named.value()).callingName("OLD"));
    try (ChimePort port = world.adapter(kind)) {
      get(port.updateCallingName(named, "", call()));
    }
    assertThat(only(kind, "UpdatePhoneNumber").body()).isEqualTo("{\"CallingName\":\"\"}");
    assertModelHeld(kind);
  }

  @ParameterizedTest
  @EnumSource
  void updateProductType_always_isThatDetailAlone(ChimeKind kind) {
    try (ChimePort port = world.adapter(kind)) {
      get(port.updateProductType(NUMBER, ProductType.SIP_MEDIA_APPLICATION_DIAL_IN, call()));
    }
    assertUpdated(kind, "{\"ProductType\":\"SipMediaApplicationDialIn\"}");
  }

  /** A word of tomorrow goes as it is; the service says what it thinks of it. */
  @ParameterizedTest
  @EnumSource
  void updateProductType_unknownWord_isSentAsItIs(ChimeKind kind) {
    try (ChimePort port = world.adapter(kind)) {
      Calls.failure(port.updateProductType(NUMBER, ProductType.of("FaxMachine"), call()));
    }
    assertThat(only(kind, "UpdatePhoneNumber").body())
        .isEqualTo("{\"ProductType\":\"FaxMachine\"}");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "VOICE.*")
  void updateName_always_isThatDetailAlone(ChimeKind kind) {
    try (ChimeVoicePort port = (ChimeVoicePort) world.adapter(kind)) {
      get(port.updateName(NUMBER, "Night line", call()));
      get(port.updateName(NUMBER, "", call()));
    }
    assertThat(world.requests(kind, "UpdatePhoneNumber"))
        .extracting(RecordedRequest::body)
        .containsExactly("{\"Name\":\"Night line\"}", "{\"Name\":\"\"}");
    assertModelHeld(kind);
  }

  @ParameterizedTest
  @EnumSource
  void list_withoutFilter_asksForThePageAndNoMore(ChimeKind kind) {
    try (ChimePort port = world.adapter(kind)) {
      int most = port.largestPage();
      get(port.list(new Listing(Optional.empty(), most, Optional.empty()), call()));
      assertSent(
          kind,
          "ListPhoneNumbers",
          "GET /phone-numbers",
          Map.of("max-results", Integer.toString(most)),
          "");
    }
  }

  @ParameterizedTest
  @EnumSource
  void list_nextPageOfAProductType_repeatsTheFilter(ChimeKind kind) {
    world.add(ProvisionedNumber.of("+12065550101"));
    var listing = new Listing(Optional.of(ProductType.VOICE_CONNECTOR), 1, Optional.empty());
    Optional<String> token;
    try (ChimePort port = world.adapter(kind)) {
      token = get(port.list(listing, call())).nextToken();
      get(port.list(listing.from(token), call()));
    }
    assertThat(world.requests(kind, "ListPhoneNumbers").get(1).query())
        .isEqualTo(
            Map.of(
                "max-results", "1",
                "product-type", "VoiceConnector",
                "next-token", token.orElseThrow()));
    assertModelHeld(kind);
  }

  /** The service's tokens may be of any form. */
  @ParameterizedTest
  @EnumSource
  void list_tokenOfAnyForm_isEncodedOnce(ChimeKind kind) {
    String token = "a+b/c=&%2B ä";
    try (ChimePort port = world.adapter(kind)) {
      Calls.failure(port.list(new Listing(Optional.empty(), 1, Optional.of(token)), call()));
    }
    assertThat(only(kind, "ListPhoneNumbers").query()).containsEntry("next-token", token);
  }

  private void assertUpdated(ChimeKind kind, String body) {
    assertSent(kind, "UpdatePhoneNumber", "POST " + PATH, Map.of(), body);
  }

  private void assertSent(
      ChimeKind kind, String operation, String line, Map<String, String> query, String body) {
    RecordedRequest sent = only(kind, operation);
    assertThat(sent.method() + " " + sent.path()).isEqualTo(line);
    assertThat(sent.query()).isEqualTo(query);
    assertThat(sent.body()).isEqualTo(body);
    assertModelHeld(kind);
  }

  private RecordedRequest only(ChimeKind kind, String operation) {
    assertThat(world.requests(kind, operation)).hasSize(1);
    return world.requests(kind, operation).get(0);
  }

  private void assertModelHeld(ChimeKind kind) {
    PublishedModel model = kind.isVoice() ? VOICE : LEGACY;
    List<RecordedRequest> requests = world.simulator.ledger().requests();
    assertThat(requests)
        .isNotEmpty()
        .allSatisfy(request -> assertThat(model.violations(request)).isEmpty());
  }
}

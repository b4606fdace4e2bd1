package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.ConflictException;
import software.amazon.awssdk.services.chimesdkvoice.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkvoice.model.UpdatePhoneNumberRequest;

class ChimeUpdatePhoneNumberTest {
  private static final String SIP = "SipMediaApplicationDialIn";

  private final ChimeBench bench = new ChimeBench();

  ChimeUpdatePhoneNumberTest() {
    bench.simulator.addVoiceNumber(ChimeBench.NUMBER);
    bench.simulator.addLegacyNumber(ChimeBench.OTHER);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void productType_unassigned_changesAtOnce() {
    assertThat(bench.retype(ChimeBench.NUMBER, SIP).productTypeAsString()).isEqualTo(SIP);

    assertThat(bench.get(ChimeBench.NUMBER).productTypeAsString()).isEqualTo(SIP);
    assertThat(bench.simulator.ledger().effects())
        .singleElement()
        .satisfies(
            effect -> {
              assertThat(effect.operation()).isEqualTo("chimesdkvoice:UpdatePhoneNumber");
              assertThat(effect.phoneNumber()).isEqualTo(ChimeBench.NUMBER);
              assertThat(effect.phoneNumberId()).isEqualTo("%2B12065550100");
              assertThat(effect.targetArn()).isEmpty();
            });
  }

  @Test
  void productType_asItIsAlready_noEffect() {
    bench.retype(ChimeBench.NUMBER, "VoiceConnector");

    assertThat(bench.dispositions(ChimeBench.UPDATE)).containsExactly(Disposition.REPLAYED);
  }

  @Test
  void productType_assigned_conflictUnlessItIsSoAlready() {
    bench.simulator.addVoiceNumber(ProvisionedNumber.of(ChimeBench.OTHER).assigned());

    assertThatThrownBy(() -> bench.retype(ChimeBench.OTHER, SIP))
        .isInstanceOf(ConflictException.class);
    bench.retype(ChimeBench.OTHER, "VoiceConnector");
  }

  @Test
  void productType_notOfTheNumberOrTheNamespace_badRequest() {
    bench.simulator.addVoiceNumber(ProvisionedNumber.of(ChimeBench.BRITISH).country("GB"));

    assertThatThrownBy(() -> bench.retype(ChimeBench.BRITISH, "VoiceConnector"))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> bench.retype(ChimeBench.NUMBER, "BusinessCalling"))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> bench.retype(ChimeBench.NUMBER, "Telegraph"))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void productType_legacy_businessCallingUnlessTollFree() {
    bench.simulator.addLegacyNumber(ProvisionedNumber.of(ChimeBench.TOLL_FREE).tollFree());
    bench.legacy.updatePhoneNumber(
        request -> request.phoneNumberId(ChimeBench.OTHER).productType("BusinessCalling"));

    assertThat(bench.simulator.legacyNumbers().get(0).productType()).isEqualTo("BusinessCalling");
    assertThat(bench.simulator.ledger().effects("chime:UpdatePhoneNumber")).hasSize(1);
    assertThatThrownBy(
            () ->
                bench.legacy.updatePhoneNumber(
                    request ->
                        request.phoneNumberId(ChimeBench.TOLL_FREE).productType("BusinessCalling")))
        .isInstanceOf(software.amazon.awssdk.services.chime.model.BadRequestException.class);
  }

  @Test
  void name_changesAtOnceAndIsClearedByAnEmptyOne() {
    var naming = UpdatePhoneNumberRequest.builder().phoneNumberId(ChimeBench.NUMBER);
    var named = bench.voice.updatePhoneNumber(naming.name("Night-line 2").build());
    assertThat(named.phoneNumber().name()).isEqualTo("Night-line 2");
    assertThat(bench.get(ChimeBench.NUMBER).name()).isEqualTo("Night-line 2");
    bench.voice.updatePhoneNumber(naming.name("Night-line 2").build());
    bench.voice.updatePhoneNumber(naming.name("").build());

    assertThat(bench.get(ChimeBench.NUMBER).name()).isNull();
    assertThat(bench.dispositions(ChimeBench.UPDATE))
        .containsExactly(Disposition.APPLIED, Disposition.REPLAYED, Disposition.APPLIED);
    for (String wrong : new String[] {" padded ", "a/b", "x".repeat(257)}) {
      assertThatThrownBy(() -> bench.voice.updatePhoneNumber(naming.name(wrong).build()))
          .isInstanceOf(BadRequestException.class);
    }
  }

  @Test
  void details_twoOrNone_badRequestAndNoEffect() {
    var request = UpdatePhoneNumberRequest.builder().phoneNumberId(ChimeBench.NUMBER);
    assertThatThrownBy(() -> bench.voice.updatePhoneNumber(request.build()))
        .isInstanceOf(BadRequestException.class);
    request.productType(SIP).callingName("ACME");
    assertThatThrownBy(() -> bench.voice.updatePhoneNumber(request.build()))
        .isInstanceOf(BadRequestException.class);

    assertThat(bench.simulator.ledger().effects()).isEmpty();
  }

  @Test
  void name_legacy_isNoDetailThere() throws Exception {
    var http = new RawHttp(bench.simulator.legacyEndpoint());

    assertThat(http.send("POST", "/phone-numbers/%2B12065550101", "{\"Name\":\"x\"}").statusCode())
        .isEqualTo(400);
    String both = "{\"Name\":\"x\",\"CallingName\":\"ACME\"}";
    assertThat(http.send("POST", "/phone-numbers/%2B12065550101", both).statusCode())
        .isEqualTo(200);
  }

  @Test
  void number_unknownOrOfTheOtherNamespace_notFound() {
    assertThatThrownBy(() -> bench.retype("+12065550199", SIP))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> bench.retype(ChimeBench.OTHER, SIP))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () ->
                bench.legacy.updatePhoneNumber(
                    request -> request.phoneNumberId(ChimeBench.NUMBER).callingName("ACME")))
        .isInstanceOf(software.amazon.awssdk.services.chime.model.NotFoundException.class);
  }
}

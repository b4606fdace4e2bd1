package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberError;
import software.amazon.awssdk.services.chimesdkvoice.model.UpdatePhoneNumberRequestItem;

class ChimeBatchUpdatePhoneNumberTest {
  private static final String BATCH = "chimesdkvoice:BatchUpdatePhoneNumber";
  private static final String ID = "%2B12065550100";
  private static final String OTHER_ID = "%2B12065550101";

  private final ChimeBench bench = new ChimeBench();

  ChimeBatchUpdatePhoneNumberTest() {
    bench.simulator.addVoiceNumber(ChimeBench.NUMBER);
    bench.simulator.addVoiceNumber(ProvisionedNumber.of(ChimeBench.OTHER).assigned());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void update_all_appliedWithAnEffectEach() {
    assertThat(
            update(
                item(request -> request.phoneNumberId(ID).callingName("ACME")),
                item(request -> request.phoneNumberId(OTHER_ID).name("Night"))))
        .isEmpty();
    bench.settle();

    assertThat(bench.truth(ChimeBench.NUMBER).callingName()).isEqualTo("ACME");
    assertThat(bench.truth(ChimeBench.OTHER).name()).isEqualTo("Night");
    assertThat(bench.simulator.ledger().effects(BATCH))
        .extracting(Effect::phoneNumber)
        .containsExactly(ChimeBench.NUMBER, ChimeBench.OTHER);
    assertThat(bench.dispositions(BATCH)).containsExactly(Disposition.APPLIED);
    assertThat(bench.simulator.ledger().requests(BATCH).get(0).query())
        .containsEntry("operation", "batch-update");
  }

  @Test
  void update_some_errorPerRefusedItem() {
    bench.nameCaller(ChimeBench.NUMBER, "FIRST");
    List<PhoneNumberError> errors =
        update(
            item(request -> request.phoneNumberId(ID).callingName("ACME")),
            item(request -> request.phoneNumberId(OTHER_ID).name("a").callingName("ACME")),
            item(request -> request.phoneNumberId("%2B12065550199").callingName("ACME")),
            item(request -> request.phoneNumberId(ChimeBench.OTHER).callingName("ACME")));

    assertThat(errors)
        .extracting(PhoneNumberError::phoneNumberId)
        .containsExactly(ID, OTHER_ID, "%2B12065550199", ChimeBench.OTHER);
    assertThat(errors)
        .extracting(PhoneNumberError::errorCodeAsString)
        .containsExactly("Conflict", "BadRequest", "NotFound", "NotFound");
    assertThat(errors).allSatisfy(error -> assertThat(error.errorMessage()).isNotBlank());
    assertThat(bench.dispositions(BATCH)).containsExactly(Disposition.REFUSED);
  }

  @Test
  void update_someApplied_isApplied() {
    var errors =
        update(
            item(request -> request.phoneNumberId(ID).callingName("ACME").name("Two")),
            item(request -> request.phoneNumberId(OTHER_ID).callingName("ACME")));

    assertThat(errors).extracting(PhoneNumberError::phoneNumberId).containsExactly(ID);
    assertThat(bench.dispositions(BATCH)).containsExactly(Disposition.APPLIED);
    assertThat(bench.simulator.ledger().effects(BATCH)).hasSize(1);
  }

  @Test
  void update_nothingNew_replayed() {
    update(item(request -> request.phoneNumberId(ID).productType("VoiceConnector")));

    assertThat(bench.dispositions(BATCH)).containsExactly(Disposition.REPLAYED);
  }

  @Test
  void update_wrongAsAWhole_badRequestAndNothingDone() {
    var item = item(request -> request.phoneNumberId(ID).callingName("ACME"));
    refused(List.of());
    refused(List.of(item, item));
    refused(List.of(item, item(request -> request.callingName("ACME"))));
    refused(List.of(item, item(request -> request.phoneNumberId(OTHER_ID).name("a/b"))));
    refused(
        IntStream.range(0, 51)
            .mapToObj(i -> item(request -> request.phoneNumberId("%2B120655501" + i).name("x")))
            .toList());

    assertThat(bench.simulator.ledger().effects()).isEmpty();
  }

  @Test
  void update_legacy_itsOwnNumbersUnderItsOwnName() {
    bench.simulator.addLegacyNumber(ChimeBench.NUMBER);
    var item =
        software.amazon.awssdk.services.chime.model.UpdatePhoneNumberRequestItem.builder()
            .phoneNumberId(ID)
            .productType("BusinessCalling")
            .build();
    bench.legacy.batchUpdatePhoneNumber(request -> request.updatePhoneNumberRequestItems(item));

    assertThat(bench.simulator.legacyNumbers().get(0).productType()).isEqualTo("BusinessCalling");
    assertThat(bench.truth(ChimeBench.NUMBER).productType()).isEqualTo("VoiceConnector");
    assertThat(bench.simulator.ledger().effects("chime:BatchUpdatePhoneNumber")).hasSize(1);
  }

  @Test
  void update_withoutTheQuery_isNoOperation() throws Exception {
    var http = new RawHttp(bench.simulator.voiceEndpoint());

    assertThat(http.send("POST", "/phone-numbers", "{}").statusCode()).isEqualTo(404);
    assertThat(http.send("POST", "/phone-numbers?operation=batch-delete", "{}").statusCode())
        .isEqualTo(404);
    for (String wrong : new String[] {"{}", "7", "{\"UpdatePhoneNumberRequestItems\":[7]}"}) {
      assertThat(http.send("POST", "/phone-numbers?operation=batch-update", wrong).statusCode())
          .isEqualTo(400);
    }
  }

  private List<PhoneNumberError> update(UpdatePhoneNumberRequestItem... items) {
    return bench
        .voice
        .batchUpdatePhoneNumber(
            request -> request.updatePhoneNumberRequestItems(Stream.of(items).toList()))
        .phoneNumberErrors();
  }

  private void refused(List<UpdatePhoneNumberRequestItem> items) {
    assertThatThrownBy(
            () ->
                bench.voice.batchUpdatePhoneNumber(
                    request -> request.updatePhoneNumberRequestItems(items)))
        .isInstanceOf(BadRequestException.class);
  }

  private static UpdatePhoneNumberRequestItem item(
      Consumer<UpdatePhoneNumberRequestItem.Builder> settings) {
    return UpdatePhoneNumberRequestItem.builder().applyMutation(settings).build();
  }
}

package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.ListPhoneNumbersRequest;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumber;

class ChimeListPhoneNumbersTest {
  private final ChimeBench bench = new ChimeBench();

  ChimeListPhoneNumbersTest() {
    bench.simulator.addVoiceNumber(ProvisionedNumber.of(ChimeBench.NUMBER).assignedTo("abc"));
    bench.simulator.addVoiceNumber(ChimeBench.OTHER);
    bench.simulator.addVoiceNumber(ProvisionedNumber.of(ChimeBench.BRITISH).country("GB"));
    bench.simulator.addLegacyNumber(ChimeBench.TOLL_FREE);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void list_nothingGiven_thoseOfTheNamespaceInOrder() {
    assertThat(listed(request -> {}))
        .containsExactly(ChimeBench.NUMBER, ChimeBench.OTHER, ChimeBench.BRITISH);
    assertThat(bench.legacy.listPhoneNumbers(request -> {}).phoneNumbers())
        .extracting(number -> number.e164PhoneNumber())
        .containsExactly(ChimeBench.TOLL_FREE);
  }

  @Test
  void list_filters_onlyWhatMatchesAll() {
    assertThat(listed(request -> request.status("Assigned"))).containsExactly(ChimeBench.NUMBER);
    assertThat(listed(request -> request.productType("SipMediaApplicationDialIn")))
        .containsExactly(ChimeBench.BRITISH);
    assertThat(listed(request -> request.filterName("VoiceConnectorId").filterValue("abc")))
        .containsExactly(ChimeBench.NUMBER);
    assertThat(listed(request -> request.filterName("SipRuleId").filterValue("abc"))).isEmpty();
    assertThat(listed(request -> request.status("Unassigned").productType("VoiceConnector")))
        .containsExactly(ChimeBench.OTHER);
  }

  @Test
  void list_wrongFilters_badRequest() {
    refused(request -> request.productType("BusinessCalling"));
    refused(request -> request.filterName("UserId").filterValue("x"));
    refused(request -> request.nextToken("mine"));
  }

  @Test
  void list_pages_eachNumberOnce() {
    var pages =
        bench.voice.listPhoneNumbersPaginator(request -> request.maxResults(2)).stream().toList();

    assertThat(pages).extracting(page -> page.phoneNumbers().size()).containsExactly(2, 1);
    assertThat(pages)
        .flatExtracting(page -> page.phoneNumbers())
        .extracting(PhoneNumber::e164PhoneNumber)
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void list_emptyPagesTold_firstThose() {
    bench.simulator.faults().emptyListPages(1);
    var first = bench.voice.listPhoneNumbers(request -> {});

    assertThat(first.phoneNumbers()).isEmpty();
    assertThat(listed(request -> request.nextToken(first.nextToken()))).hasSize(3);
  }

  @Test
  void list_maxResults_theLargestOfEachNamespace() {
    assertThat(listed(request -> request.maxResults(100))).hasSize(3);
    refused(request -> request.maxResults(101));
    refused(request -> request.maxResults(0));
    bench.legacy.listPhoneNumbers(request -> request.maxResults(99));
    assertThatThrownBy(() -> bench.legacy.listPhoneNumbers(request -> request.maxResults(100)))
        .isInstanceOf(software.amazon.awssdk.services.chime.model.BadRequestException.class);
  }

  @Test
  void list_unknownStatus_anyTextInVoiceAndNoneOfLegacy() throws Exception {
    assertThat(listed(request -> request.status("Lost"))).isEmpty();

    var legacy = new RawHttp(bench.simulator.legacyEndpoint());
    assertThat(legacy.send("GET", "/phone-numbers?status=Lost", "").statusCode()).isEqualTo(400);
  }

  @Test
  void list_callingNameStatus_thereUnlessToldOtherwise() {
    assertThat(bench.voice.listPhoneNumbers(request -> {}).phoneNumbers())
        .extracting(PhoneNumber::callingNameStatusAsString)
        .containsOnly("Unassigned");

    bench.simulator.faults().listWithoutCallingNameStatus();
    assertThat(bench.voice.listPhoneNumbers(request -> {}).phoneNumbers())
        .extracting(PhoneNumber::callingNameStatusAsString)
        .containsOnlyNulls();
    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString()).isEqualTo("Unassigned");
  }

  private List<String> listed(Consumer<ListPhoneNumbersRequest.Builder> request) {
    return bench.voice.listPhoneNumbers(request).phoneNumbers().stream()
        .map(PhoneNumber::e164PhoneNumber)
        .toList();
  }

  private void refused(Consumer<ListPhoneNumbersRequest.Builder> request) {
    assertThatThrownBy(() -> bench.voice.listPhoneNumbers(request))
        .isInstanceOf(BadRequestException.class);
  }
}

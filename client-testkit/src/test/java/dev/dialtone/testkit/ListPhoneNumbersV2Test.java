package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersSummary;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersV2Request;
import software.amazon.awssdk.services.connect.model.PhoneNumberCountryCode;
import software.amazon.awssdk.services.connect.model.PhoneNumberType;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class ListPhoneNumbersV2Test {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void list_claimedAndImported_summariesOfBoth() {
    bench.connect.claimPhoneNumber(
        bench
            .claimOf(Bench.FIRST)
            .phoneNumberDescription("Night line")
            .tags(Map.of("team", "support"))
            .build());
    String source = bench.source();
    String imported = bench.importFrom(source);

    var found = list(request -> {});

    assertThat(found).hasSize(2);
    var first = found.get(0);
    assertThat(first.phoneNumberArn()).endsWith(first.phoneNumberId());
    assertThat(first.phoneNumber()).isEqualTo(Bench.FIRST);
    assertThat(first.phoneNumberCountryCodeAsString()).isEqualTo("US");
    assertThat(first.phoneNumberTypeAsString()).isEqualTo("TOLL_FREE");
    assertThat(first.phoneNumberDescription()).isEqualTo("Night line");
    assertThat(first.targetArn()).isEqualTo(bench.instance);
    assertThat(first.instanceId()).isEqualTo(Arns.lastPart(bench.instance));
    assertThat(first.sourcePhoneNumberArn()).isNull();
    assertThat(found.get(1).phoneNumberId()).isEqualTo(imported);
    assertThat(found.get(1).sourcePhoneNumberArn()).isEqualTo(source);
  }

  @Test
  void list_wire_neitherStatusNorTags() throws Exception {
    bench.claim(Bench.FIRST);

    assertThat(
            new RawHttp(bench.simulator.endpoint()).send("POST", "/phone-number/list", "").body())
        .contains(Bench.FIRST)
        .doesNotContain("Status")
        .doesNotContain("Tags");
  }

  @Test
  void list_byTarget_onlyItsNumbers() {
    String group = bench.simulator.addTrafficDistributionGroup(bench.instance);
    String moved = bench.claimed(Bench.FIRST);
    bench.claimed(Bench.SECOND);
    bench.move(moved, group);
    assertThat(numbers(request -> request.targetArn(group))).isEmpty();
    bench.settle();

    assertThat(numbers(request -> request.targetArn(group))).containsExactly(Bench.FIRST);
    assertThat(list(request -> request.targetArn(group)).get(0).instanceId()).isNull();
    assertThat(numbers(request -> request.instanceId(Arns.lastPart(bench.instance))))
        .containsExactly(Bench.SECOND);
    assertThat(numbers(request -> {})).containsExactly(Bench.FIRST, Bench.SECOND);
  }

  @Test
  void list_failedClaim_notListedButAFailedMoveIs() {
    String moved = bench.claimed(Bench.FIRST);
    bench.simulator.faults().failSettling(Bench.FIRST, "told to");
    bench.move(moved, bench.instance);
    bench.simulator.faults().failSettling(Bench.SECOND, "told to");
    bench.claim(Bench.SECOND);
    assertThat(numbers(request -> {})).containsExactly(Bench.FIRST, Bench.SECOND);

    bench.settle();

    assertThat(numbers(request -> {})).containsExactly(Bench.FIRST);
  }

  @Test
  void list_filters_onlyWhatMatches() {
    bench.claim(Bench.FIRST);
    bench.claim(Bench.SECOND);
    bench.importFrom(bench.source());

    assertThat(numbers(request -> request.phoneNumberTypes(PhoneNumberType.DID)))
        .containsExactly(Bench.SOURCE);
    assertThat(
            numbers(
                request ->
                    request.phoneNumberTypes(PhoneNumberType.DID, PhoneNumberType.TOLL_FREE)))
        .hasSize(3);
    assertThat(numbers(request -> request.phoneNumberCountryCodes(PhoneNumberCountryCode.DE)))
        .isEmpty();
    assertThat(numbers(request -> request.phoneNumberPrefix("+1800"))).hasSize(2);
    assertThat(numbers(request -> request.phoneNumberPrefix("18005550101")))
        .containsExactly(Bench.SECOND);
  }

  @Test
  void list_pages_eachNumberOnceInOrder() {
    for (int i = 0; i < 5; i++) {
      bench.claim("+1800555010" + i);
    }
    var pages =
        bench.connect.listPhoneNumbersV2Paginator(request -> request.maxResults(2)).stream()
            .map(page -> page.listPhoneNumbersSummaryList().size())
            .toList();

    assertThat(pages).containsExactly(2, 2, 1);
  }

  @Test
  void list_releasedBetweenPages_hidesNoOther() {
    String first = bench.claim(Bench.FIRST);
    bench.claimed(Bench.SECOND);
    var page = bench.connect.listPhoneNumbersV2(request -> request.maxResults(1));
    bench.release(first);
    bench.settle();

    assertThat(numbers(request -> request.nextToken(page.nextToken())))
        .containsExactly(Bench.SECOND);
  }

  @Test
  void list_emptyPages_comeFirst() {
    bench.claim(Bench.FIRST);
    bench.simulator.faults().emptyListPages(2);

    assertThat(
            bench.connect.listPhoneNumbersV2Paginator(request -> {}).stream()
                .map(page -> page.listPhoneNumbersSummaryList().size()))
        .containsExactly(0, 0, 1);
    bench.simulator.faults().clear();
    assertThat(numbers(request -> {})).hasSize(1);
  }

  @Test
  void list_staleReads_lag() {
    bench.simulator.faults().staleReads(Duration.ofSeconds(1));
    bench.claim(Bench.FIRST);
    assertThat(numbers(request -> {})).isEmpty();

    bench.clock.advance(Duration.ofSeconds(1));
    assertThat(numbers(request -> {})).containsExactly(Bench.FIRST);
  }

  @Test
  void list_unknownTarget_resourceNotFound() {
    assertThatThrownBy(() -> list(request -> request.targetArn(bench.instance + "0")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> list(request -> request.instanceId("unknown")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void list_brokenRule_invalidParameter() {
    var search =
        bench.connect.searchAvailablePhoneNumbers(
            request ->
                request
                    .targetArn(bench.instance)
                    .phoneNumberCountryCode("US")
                    .phoneNumberType("TOLL_FREE"));

    invalid(request -> request.targetArn(bench.instance).instanceId("x"));
    invalid(request -> request.maxResults(0));
    invalid(request -> request.maxResults(1001));
    invalid(request -> request.nextToken("x"));
    invalid(request -> request.nextToken(search.nextToken()));
    invalid(request -> request.phoneNumberPrefix("+123456789012"));
    invalid(request -> request.phoneNumberPrefix("+1a"));
    invalid(request -> request.phoneNumberCountryCodesWithStrings("us"));
    invalid(request -> request.phoneNumberCountryCodesWithStrings(Collections.nCopies(11, "US")));
    invalid(request -> request.phoneNumberTypesWithStrings("FAX"));
    invalid(request -> request.phoneNumberTypesWithStrings(Collections.nCopies(7, "DID")));
  }

  private void invalid(Consumer<ListPhoneNumbersV2Request.Builder> change) {
    assertThatThrownBy(() -> list(change)).isInstanceOf(InvalidParameterException.class);
  }

  private List<String> numbers(Consumer<ListPhoneNumbersV2Request.Builder> change) {
    return list(change).stream().map(ListPhoneNumbersSummary::phoneNumber).toList();
  }

  private List<ListPhoneNumbersSummary> list(Consumer<ListPhoneNumbersV2Request.Builder> change) {
    return bench.connect.listPhoneNumbersV2(change).listPhoneNumbersSummaryList();
  }
}

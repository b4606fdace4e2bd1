package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.AvailableNumberSummary;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.SearchAvailablePhoneNumbersRequest;
import software.amazon.awssdk.services.connect.model.SearchAvailablePhoneNumbersResponse;

class SearchAvailablePhoneNumbersTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void search_thirtyNumbers_threePagesInOrderWithoutATokenOnTheLast() {
    List<SearchAvailablePhoneNumbersResponse> pages = pages(request -> {});

    assertThat(pages)
        .extracting(page -> page.availableNumbersList().size())
        .containsExactly(10, 10, 10);
    assertThat(numbers(pages)).isSorted().doesNotHaveDuplicates().startsWith(Bench.FIRST);
    assertThat(pages.get(2).nextToken()).isNull();
    assertThat(pages.get(0).availableNumbersList().get(0).phoneNumberTypeAsString())
        .isEqualTo("TOLL_FREE");
  }

  @Test
  void search_emptyPagesScripted_tokenOnEachAndThenTheNumbers() {
    bench.simulator.faults().emptySearchPages(2);

    assertThat(pages(request -> {}))
        .extracting(page -> page.availableNumbersList().size())
        .containsExactly(0, 0, 10, 10, 10);
  }

  @Test
  void search_numbersClaimedBetweenPages_neitherRepeatsNorSkips() {
    SearchAvailablePhoneNumbersResponse first = search(request -> request.maxResults(3));
    bench.claim(Bench.FIRST);
    var second = search(request -> request.maxResults(3).nextToken(first.nextToken()));

    assertThat(numbers(List.of(first, second))).hasSize(6).doesNotHaveDuplicates();
    assertThat(numbers(List.of(search(request -> {})))).doesNotContain(Bench.FIRST);
  }

  @Test
  void search_byCountryTypeAndPrefix_onlyThose() {
    bench.simulator.offer("US", "DID", List.of("+12065550199", "+13605550100"));
    bench.simulator.offer("GB", "DID", List.of("+442079460000"));

    assertThat(numbers(List.of(search(request -> request.phoneNumberType("DID"))))).hasSize(2);
    for (String prefix : List.of("+1206", "1206")) {
      assertThat(
              numbers(
                  List.of(
                      search(request -> request.phoneNumberType("DID").phoneNumberPrefix(prefix)))))
          .containsExactly("+12065550199");
    }
    assertThat(
            numbers(
                List.of(
                    search(
                        request -> request.phoneNumberType("DID").phoneNumberCountryCode("GB")))))
        .containsExactly("+442079460000");
    assertThat(search(request -> request.phoneNumberType("UIFN")).availableNumbersList()).isEmpty();
  }

  @Test
  void search_targetByInstanceIdOrGroup_finds() {
    String id = Arns.lastPart(bench.instance);
    String group = bench.simulator.addTrafficDistributionGroup(bench.instance);

    assertThat(search(request -> request.targetArn(null).instanceId(id)).availableNumbersList())
        .isNotEmpty();
    assertThat(search(request -> request.targetArn(group)).availableNumbersList()).isNotEmpty();
  }

  @Test
  void search_brokenRule_invalidParameter() {
    refused(request -> request.targetArn(null));
    refused(request -> request.instanceId(Arns.lastPart(bench.instance)));
    refused(request -> request.targetArn(bench.instance + "0"));
    refused(request -> request.phoneNumberCountryCode((String) null));
    refused(request -> request.phoneNumberCountryCode("us"));
    refused(request -> request.phoneNumberType((String) null));
    refused(request -> request.phoneNumberType("MOBILE"));
    refused(request -> request.maxResults(0));
    refused(request -> request.maxResults(11));
    refused(request -> request.phoneNumberPrefix("800x"));
    refused(request -> request.phoneNumberPrefix("+180055501001"));
    refused(request -> request.nextToken("nonsense"));
    refused(request -> request.nextToken("%%%"));
  }

  private void refused(Consumer<SearchAvailablePhoneNumbersRequest.Builder> change) {
    assertThatThrownBy(() -> search(change)).isInstanceOf(InvalidParameterException.class);
  }

  private List<SearchAvailablePhoneNumbersResponse> pages(
      Consumer<SearchAvailablePhoneNumbersRequest.Builder> change) {
    var pages = new ArrayList<SearchAvailablePhoneNumbersResponse>();
    var page = search(change);
    pages.add(page);
    while (page.nextToken() != null) {
      String token = page.nextToken();
      page = search(change.andThen(request -> request.nextToken(token)));
      pages.add(page);
    }
    return pages;
  }

  private SearchAvailablePhoneNumbersResponse search(
      Consumer<SearchAvailablePhoneNumbersRequest.Builder> change) {
    var request =
        SearchAvailablePhoneNumbersRequest.builder()
            .targetArn(bench.instance)
            .phoneNumberCountryCode("US")
            .phoneNumberType("TOLL_FREE");
    change.accept(request);
    return bench.connect.searchAvailablePhoneNumbers(request.build());
  }

  private static List<String> numbers(List<SearchAvailablePhoneNumbersResponse> pages) {
    return pages.stream()
        .flatMap(page -> page.availableNumbersList().stream())
        .map(AvailableNumberSummary::phoneNumber)
        .toList();
  }
}

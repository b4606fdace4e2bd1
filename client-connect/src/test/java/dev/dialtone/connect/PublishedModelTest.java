package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.OverHttp.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.ListRequest;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.aws.testing.PublishedModel;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import dev.dialtone.testkit.Disposition;
import dev.dialtone.testkit.RecordedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What we send and what the stand-in answers, held against AWS's own description of the API. */
class PublishedModelTest {
  private static final PublishedModel MODEL = new PublishedModel("connect-2017-08-08-model.json");

  private final OverHttp world = new OverHttp(ZERO);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void requestsAndAnswers_ofEveryVerb_obeyTheModel() throws Exception {
    everyVerb();
    importedAndReleased();
    List<RecordedRequest> requests = world.simulator.ledger().requests();
    assertThat(requests.stream().map(RecordedRequest::operation).distinct()).hasSize(13);
    for (RecordedRequest request : requests) {
      assertThat(MODEL.violations(request)).as(request.toString()).isEmpty();
    }
    // A token makes the second answer the same as the first; what is gone by now is left out.
    var answered = new HashSet<String>();
    for (RecordedRequest request : requests) {
      HttpResponse<String> answer = again(request);
      if (answer.statusCode() == 200) {
        answered.add(request.operation());
        assertThat(MODEL.violations(request.operation(), answer.body())).isEmpty();
      }
    }
    assertThat(answered).hasSize(13);
  }

  @Test
  void violations_badMessages_areFound() {
    assertThat(
            MODEL.violations(
                request(
                    "PUT",
                    "/phone-number/claim/x",
                    "{\"PhoneNumber\":\"8005550100\",\"Tags\":{},\"ClientToken\":7,\"Foo\":1,"
                        + "\"PhoneNumberDescription\":\""
                        + "x".repeat(501)
                        + "\"}")))
        .hasSize(7);
    assertThat(MODEL.violations(request("POST", "/phone-number/claim", "{\"Tags\":{\"aws:a\":1}}")))
        .hasSize(3);
    assertThat(
            MODEL.violations(
                "DescribePhoneNumber",
                "{\"ClaimedPhoneNumberSummary\":{\"PhoneNumberStatus\":{\"Status\":\"GONE\"},"
                    + "\"Tags\":[],\"PhoneNumberType\":\"FAX\"}}"))
        .hasSize(3);
    assertThat(MODEL.violations("AssociatePhoneNumberContactFlow", "{}")).hasSize(1);
  }

  private void everyVerb() {
    try (PhoneNumbers numbers = world.numbers().build()) {
      var search =
          numbers
              .search(CountryCode.of("US"), NumberType.TOLL_FREE)
              .offeredTo(Target.instance(world.instance.id()));
      assertThat(search.first(15).await(PATIENCE)).hasSize(15);
      search.prefix("+18005550").first(1).await(PATIENCE);
      numbers
          .claim(E164.of("+18005550105"))
          .to(Target.instance(world.instance.id()))
          .start()
          .await(PATIENCE);
      ConnectNumber claimed =
          numbers
              .claim(NUMBER)
              .to(world.instance)
              .description("ö".repeat(500))
              .tags(Map.of("k".repeat(128), "v".repeat(256), "a b_.:/=+-@", ""))
              .attachFlow(world.flow)
              .start()
              .await(PATIENCE);
      PhoneNumberId arn = PhoneNumberId.of(claimed.arn().orElseThrow().text());
      numbers.move(arn).to(world.group).start().await(PATIENCE);
      numbers.move(claimed.id()).to(Target.instance(world.instance.id())).start().await(PATIENCE);
      everyVerbOnANumber(numbers, claimed.id());
      everyVerbOnANumber(numbers, arn);
      ListRequest list = numbers.list().pageSize(1).countries(CountryCode.of("US"));
      assertThat(list.types(NumberType.TOLL_FREE).in(world.instance).first(2).await(PATIENCE))
          .hasSize(2);
      assertThat(list.in(Target.instance(world.instance.id())).number(NUMBER).stream()).hasSize(1);
    }
  }

  private void everyVerbOnANumber(PhoneNumbers numbers, PhoneNumberId id) {
    numbers.updateDescription(id, "").start().await(PATIENCE);
    numbers.updateDescription(id, "ö".repeat(500)).start().await(PATIENCE);
    numbers.tag(id, Map.of("a b_.:/=+-@", "v".repeat(256), "team", "")).start().await(PATIENCE);
    numbers.tag(id, Map.of("team", "sales")).start().await(PATIENCE);
    numbers.attachFlow(id, world.flow).start().await(PATIENCE);
    numbers.detachFlow(id).start().await(PATIENCE);
    numbers.untag(id, List.of("a b_.:/=+-@", "team")).start().await(PATIENCE);
  }

  private void importedAndReleased() {
    String source = world.simulator.addSourceNumber("US", "TOLL_FREE", "+18445550177");
    try (PhoneNumbers numbers = world.numbers().build()) {
      ConnectNumber imported =
          numbers
              .importNumber(SourceNumber.of(source))
              .to(world.instance)
              .description("Imported")
              .tag("team", "support")
              .start()
              .await(PATIENCE);
      assertThat(numbers.list().stream().map(ListedNumber::sourceArn))
          .contains(imported.sourceArn());
      numbers.release(imported.id()).confirm(imported.number()).start().await(PATIENCE);
    }
  }

  private HttpResponse<String> again(RecordedRequest request)
      throws IOException, InterruptedException {
    String query =
        request.query().entrySet().stream()
            .flatMap(
                one ->
                    Stream.of(one.getValue().split(","))
                        .map(value -> one.getKey() + "=" + URLEncoder.encode(value, UTF_8)))
            .collect(Collectors.joining("&"));
    String mark = query.isEmpty() ? "" : "?";
    URI uri = URI.create(world.simulator.endpoint() + request.path() + mark + query);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .method(request.method(), BodyPublishers.ofString(request.body()))
                .build(),
            BodyHandlers.ofString());
  }

  private static RecordedRequest request(String method, String path, String body) {
    return new RecordedRequest(
        "ClaimPhoneNumber",
        method,
        path,
        Map.of(),
        body,
        Map.of(),
        200,
        Disposition.APPLIED,
        Instant.EPOCH);
  }
}

package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.OverHttp.PATIENCE;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.testkit.Disposition;
import dev.dialtone.testkit.RecordedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What we send and what the stand-in answers, held against AWS's own description of the API. */
class PublishedModelTest {
  private static final PublishedModel MODEL = new PublishedModel();

  private final OverHttp world = new OverHttp(ZERO);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void requestsAndAnswers_ofEveryVerb_obeyTheModel() throws Exception {
    everyVerb();
    List<RecordedRequest> requests = world.simulator.ledger().requests();
    assertThat(requests.stream().map(RecordedRequest::operation).distinct()).hasSize(5);
    for (RecordedRequest request : requests) {
      assertThat(request.status()).isEqualTo(200);
      assertThat(MODEL.violations(request)).as(request.toString()).isEmpty();
      // A token makes the second answer the same as the first; the rest changes nothing.
      assertThat(MODEL.violations(request.operation(), answer(request))).isEmpty();
    }
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
    }
  }

  private String answer(RecordedRequest request) throws IOException, InterruptedException {
    var again =
        HttpRequest.newBuilder(URI.create(world.simulator.endpoint() + request.path()))
            .method(request.method(), BodyPublishers.ofString(request.body()))
            .build();
    var answer = HttpClient.newHttpClient().send(again, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
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

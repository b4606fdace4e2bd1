package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class WireFormatTest {
  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Bench bench = new Bench();
  private final RawHttp http = new RawHttp(bench.simulator.endpoint());

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anyPath_unknown_unknownOperation() throws Exception {
    assertError(http.send("GET", "/nowhere?x=1", ""), 404, "UnknownOperationException");
    assertError(http.send("PATCH", "/phone-number/claim", ""), 404, "UnknownOperationException");
    assertThat(bench.simulator.ledger().requests("UnknownOperation").get(0).query())
        .containsEntry("x", "1");
  }

  @Test
  void body_notAJsonObject_serializationException() throws Exception {
    for (String body :
        new String[] {"{\"Pho", "[]", "7", "\"text\"", "{\"PhoneNumber\":7,\"TargetArn\":\"x\"}"}) {
      assertError(http.send("POST", "/phone-number/claim", body), 400, "SerializationException");
    }
  }

  @Test
  void answer_success_hasARequestId() throws Exception {
    String body =
        "{\"TargetArn\":\"%s\",\"PhoneNumber\":\"%s\"}".formatted(bench.instance, Bench.FIRST);
    var answer = http.send("POST", "/phone-number/claim", body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("x-amzn-RequestId").orElseThrow()).matches(UUID_FORM);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void query_repeatedParameter_recordedJoined() throws Exception {
    http.send("DELETE", "/tags/x?tagKeys=a%26b&tagKeys=c&other=1", "");

    assertThat(bench.simulator.ledger().requests("UntagResource").get(0).query())
        .containsOnly(Map.entry("tagKeys", "a&b,c"), Map.entry("other", "1"));
  }

  @Test
  void release_repeatedToken_theLastCounts() throws Exception {
    String path = "/phone-number/" + bench.claimed(Bench.FIRST);

    assertThat(
            http.send("DELETE", path + "?clientToken=x&clientToken=" + Bench.token(), "")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void describe_noTags_noMemberForThem() throws Exception {
    String path = "/phone-number/" + bench.claimed(Bench.FIRST);

    assertThat(http.send("GET", path, "").body()).doesNotContain("Tags");
  }

  @Test
  void describe_percentEncodedArn_isFoundAndRecordedUndecoded() {
    String arn = bench.owned(bench.claim(Bench.FIRST)).arn();

    assertThat(bench.describe(arn).phoneNumber()).isEqualTo(Bench.FIRST);
    RecordedRequest seen = bench.simulator.ledger().requests("DescribePhoneNumber").get(0);
    assertThat(seen.path())
        .startsWith("/phone-number/arn%3Aaws%3Aconnect%3A")
        .contains("phone-number%2F");
    assertThat(seen.method()).isEqualTo("GET");
    assertThat(seen.disposition()).isEqualTo(Disposition.READ);
    assertThat(seen.headers()).containsKey("authorization");
  }

  @Test
  void describe_twiceEncodedArnOrUnknownId_resourceNotFound() {
    String arn = bench.owned(bench.claim(Bench.FIRST)).arn();

    for (String id : new String[] {arn.replace(":", "%3A"), Bench.token(), arn + "x"}) {
      assertThatThrownBy(() -> bench.describe(id)).isInstanceOf(ResourceNotFoundException.class);
    }
  }

  private static void assertError(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(code);
    assertThat(answer.headers().firstValue("x-amzn-RequestId").orElseThrow()).matches(UUID_FORM);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body()).contains("\"Message\"");
  }
}

package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the stand-in answers in every state of a number, held against AWS's own description of
 * Amazon Connect: {@link PublishedWire} fails at whatever does not obey it.
 */
class ConnectPublishedModelTest {
  private final ConnectRequests requests = new ConnectRequests();
  private final Bench bench = requests.bench;
  private final Map<String, PublishedRequest> good = new LinkedHashMap<>();

  @BeforeEach
  void ask() {
    requests.fresh().forEach(request -> good.put(request.operation(), request));
  }

  @AfterEach
  void close() {
    requests.close();
  }

  @Test
  void answers_inProgressSettledAndFailed_obeyTheModel() {
    statuses(good("ClaimPhoneNumber").with("PhoneNumberDescription", "Night line ü"), 200);
    statuses(good("UpdatePhoneNumberMetadata").with("PhoneNumberDescription", "x"), 200, 409);
    bench.settle();
    bench.simulator.faults().failSettling(Bench.SECOND, "too much ".repeat(100));
    statuses(good("UpdatePhoneNumber"), 200, 409);
    read();
    bench.settle();
    read();
    statuses(good("ReleasePhoneNumber"), 200, 409);
    read();
    bench.settle();
    statuses(good("DescribePhoneNumber"), 404);
    statuses(good("ReleasePhoneNumber"), 404);
  }

  @Test
  void answers_importedTaggedOnAFlowAndInAGroup_obeyTheModel() {
    statuses(
        good("ImportPhoneNumber").with("Tags", Map.of("team", "support", "empty", "")), 200, 400);
    statuses(good("TagResource"), 200);
    statuses(good("AssociatePhoneNumberContactFlow"), 200, 200);
    read();
    statuses(good("UntagResource"), 200);
    String group = bench.simulator.addTrafficDistributionGroup(bench.instance);
    statuses(good("UpdatePhoneNumber").without("InstanceId").with("TargetArn", group), 200);
    bench.settle();
    read();
    statuses(good("AssociatePhoneNumberContactFlow"), 200);
    statuses(good("DisassociatePhoneNumberContactFlow"), 200);
    read();
  }

  @Test
  void answers_pages_obeyTheModel() {
    bench.claim(Bench.FIRST);
    bench.settle();
    for (String operation : List.of("SearchAvailablePhoneNumbers", "ListPhoneNumbersV2")) {
      String body = requests.wire.send(good(operation).with("MaxResults", 1)).body();
      assertThat(body).contains("NextToken");
    }
    bench.simulator.faults().emptySearchPages(1);
    statuses(good("SearchAvailablePhoneNumbers"), 200);
  }

  @Test
  void answers_refusals_areDeclared() {
    statuses(good("ClaimPhoneNumber").with("PhoneNumber", "+12065550199"), 400);
    statuses(good("ClaimPhoneNumber").with("TargetArn", "arn:aws:connect:nowhere"), 404);
    statuses(good("SearchAvailablePhoneNumbers").with("TargetArn", "nobody"), 400);
    statuses(good("ListPhoneNumbersV2").with("InstanceId", "nobody"), 404);
    statuses(good("ListPhoneNumbersV2").with("NextToken", "mine"), 400);
    statuses(good("AssociatePhoneNumberContactFlow").with("ContactFlowId", "none"), 404);
    statuses(good("TagResource").with("resourceArn", "no ARN"), 400);
    statuses(good("BatchGetFlowAssociation").with("InstanceId", "nobody"), 404);
    statuses(good("ImportPhoneNumber").with("SourcePhoneNumberArn", "none"), 404);
    String token = Bench.token();
    statuses(good("UpdatePhoneNumber").with("ClientToken", token), 200);
    statuses(good("ReleasePhoneNumber").with("ClientToken", token), 409);
    assertThat(good)
        .allSatisfy((name, request) -> bench.simulator.faults().next(name, Fault.throttled()));
    good.values().forEach(request -> statuses(request, 429));
  }

  private void read() {
    for (String operation :
        List.of("DescribePhoneNumber", "ListPhoneNumbersV2", "BatchGetFlowAssociation")) {
      statuses(good(operation), 200);
    }
  }

  /** The same request, again and again. */
  private void statuses(PublishedRequest request, int... statuses) {
    for (int status : statuses) {
      assertThat(requests.wire.send(request).statusCode()).as(request.toString()).isEqualTo(status);
    }
  }

  private PublishedRequest good(String operation) {
    return java.util.Objects.requireNonNull(good.get(operation));
  }
}

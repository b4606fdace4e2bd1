package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.ConnectException;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class ClaimPhoneNumberTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void claim_available_isInProgressAndThenClaimed() {
    var answer =
        bench.connect.claimPhoneNumber(
            bench
                .claimOf(Bench.FIRST)
                .phoneNumberDescription("Night line ü")
                .tags(Map.of("team", "support"))
                .build());
    assertThat(answer.phoneNumberArn())
        .isEqualTo("arn:aws:connect:us-west-2:111122223333:phone-number/" + answer.phoneNumberId());
    assertThat(bench.status(answer.phoneNumberId())).isEqualTo("IN_PROGRESS");

    bench.settle();

    var summary = bench.describe(answer.phoneNumberId());
    assertThat(summary.phoneNumberStatus().statusAsString()).isEqualTo("CLAIMED");
    assertThat(summary.phoneNumber()).isEqualTo(Bench.FIRST);
    assertThat(summary.phoneNumberArn()).isEqualTo(answer.phoneNumberArn());
    assertThat(summary.phoneNumberCountryCodeAsString()).isEqualTo("US");
    assertThat(summary.phoneNumberTypeAsString()).isEqualTo("TOLL_FREE");
    assertThat(summary.phoneNumberDescription()).isEqualTo("Night line ü");
    assertThat(summary.targetArn()).isEqualTo(bench.instance);
    assertThat(summary.instanceId()).isEqualTo(Arns.lastPart(bench.instance));
    assertThat(summary.tags()).containsExactly(Map.entry("team", "support"));
  }

  @Test
  void claim_toGroup_hasNoInstanceId() {
    String group = bench.simulator.addTrafficDistributionGroup(bench.instance);
    String id =
        bench
            .connect
            .claimPhoneNumber(bench.claimOf(Bench.FIRST).targetArn(group).build())
            .phoneNumberId();

    assertThat(bench.describe(id).targetArn()).isEqualTo(group);
    assertThat(bench.describe(id).instanceId()).isNull();
  }

  @Test
  void claim_takenOrNeverOffered_notAvailable() {
    bench.claim(Bench.FIRST);

    for (String number : new String[] {Bench.FIRST, "+12065550199"}) {
      assertThatThrownBy(() -> bench.claim(number))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("Phone number not available: " + number);
    }
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
  }

  @Test
  void claim_unknownTarget_resourceNotFound() {
    refused(ResourceNotFoundException.class, request -> request.targetArn(bench.instance + "0"));
    refused(
        ResourceNotFoundException.class, request -> request.targetArn(null).instanceId("unknown"));
  }

  @Test
  void claim_groupNotActive_invalidParameter() {
    String group =
        bench.simulator.addTrafficDistributionGroup(bench.instance, "CREATION_IN_PROGRESS");

    refused(InvalidParameterException.class, request -> request.targetArn(group));
  }

  @Test
  void claim_brokenRule_invalidParameterAndNoEffect() {
    var tooMany =
        IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "key" + i, i -> "value"));
    invalid(request -> request.targetArn(null));
    invalid(request -> request.instanceId(Arns.lastPart(bench.instance)));
    invalid(request -> request.targetArn(null).instanceId("x".repeat(101)));
    invalid(request -> request.phoneNumber(null));
    invalid(request -> request.phoneNumber("8005550100"));
    invalid(request -> request.phoneNumber("+0"));
    invalid(request -> request.phoneNumberDescription("x".repeat(501)));
    invalid(request -> request.tags(tooMany));
    invalid(request -> request.tags(Map.of("", "value")));
    invalid(request -> request.tags(Map.of("k".repeat(129), "value")));
    invalid(request -> request.tags(Map.of("aws:team", "value")));
    invalid(request -> request.tags(Map.of("team#", "value")));
    invalid(request -> request.tags(Map.of("team", "v".repeat(257))));
    invalid(request -> request.clientToken("order-123"));
    invalid(request -> request.clientToken("0A1B2C3D-0000-4000-8000-000000000000"));

    assertThat(bench.simulator.ledger().effects()).isEmpty();
    assertThat(bench.simulator.ledger().requests())
        .extracting(RecordedRequest::disposition)
        .containsOnly(Disposition.REFUSED);
  }

  private void invalid(Change change) {
    refused(InvalidParameterException.class, change);
  }

  private void refused(Class<? extends ConnectException> error, Change change) {
    var request = bench.claimOf(Bench.FIRST);
    change.to(request);
    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(request.build())).isInstanceOf(error);
  }

  private interface Change {
    ClaimPhoneNumberRequest.Builder to(ClaimPhoneNumberRequest.Builder request);
  }
}

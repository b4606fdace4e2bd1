package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.IdempotencyException;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceInUseException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class UpdatePhoneNumberMetadataTest {
  private static final String NAME = "UpdatePhoneNumberMetadata";
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void describe_claimed_showsTheOldDescriptionUntilItSettles() {
    String id = described();
    String flow = bench.simulator.addFlow(bench.instance, "Main menu");
    bench.associate(id, bench.instance, flow);

    bench.describeAs(id, "Day line");
    assertThat(bench.status(id)).isEqualTo("IN_PROGRESS");
    assertThat(bench.describe(id).phoneNumberDescription()).isEqualTo("Night line");

    bench.settle();
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
    assertThat(bench.describe(id).phoneNumberDescription()).isEqualTo("Day line");
    assertThat(bench.owned(id).contactFlowId()).contains(flow);
  }

  @Test
  void describe_absentOrEmpty_clears() {
    String id = described();
    bench.connect.updatePhoneNumberMetadata(request -> request.phoneNumberId(id));
    bench.settle();
    assertThat(bench.describe(id).phoneNumberDescription()).isNull();

    bench.describeAs(id, "Day line");
    bench.settle();
    bench.describeAs(id, "");
    bench.settle();
    assertThat(bench.describe(id).phoneNumberDescription()).isNull();
  }

  @Test
  void describe_inProgress_resourceInUse() {
    String id = bench.claim(Bench.FIRST);

    assertThatThrownBy(() -> bench.describeAs(id, "Day line"))
        .isInstanceOf(ResourceInUseException.class);
  }

  @Test
  void describe_inProgressButTheSameToken_replayed() {
    String id = bench.claimed(Bench.FIRST);
    String token = Bench.token();

    describeAs(id, "Day line", token);
    describeAs(id, "Day line", token);

    assertThat(bench.dispositions(NAME)).containsExactly(Disposition.APPLIED, Disposition.REPLAYED);
    assertThat(bench.simulator.ledger().effects(NAME))
        .singleElement()
        .extracting(Effect::clientToken)
        .isEqualTo(token);
    assertThatThrownBy(() -> describeAs(id, "Other", token))
        .isInstanceOf(IdempotencyException.class);
  }

  @Test
  void describe_toldToFail_theDescriptionStays() {
    String id = described();
    bench.simulator.faults().failSettling(Bench.FIRST, "told to");

    bench.describeAs(id, "Day line");
    bench.settle();

    assertThat(bench.status(id)).isEqualTo("FAILED");
    assertThat(bench.describe(id).phoneNumberStatus().message()).isEqualTo("told to");
    assertThat(bench.describe(id).phoneNumberDescription()).isEqualTo("Night line");
    bench.describeAs(id, "Day line");
    bench.settle();
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
  }

  @Test
  void describe_failedClaim_invalidParameter() {
    bench.simulator.faults().failSettling(Bench.FIRST, "told to");
    String id = bench.claimed(Bench.FIRST);

    assertThatThrownBy(() -> bench.describeAs(id, "Day line"))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void describe_unknownNumber_resourceNotFound() {
    assertThatThrownBy(() -> bench.describeAs(Bench.token(), "Day line"))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void describe_brokenRule_invalidParameter() {
    String id = bench.claimed(Bench.FIRST);

    assertThatThrownBy(() -> bench.describeAs(id, "x".repeat(501)))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> describeAs(id, "Day line", "mine"))
        .isInstanceOf(InvalidParameterException.class);
    assertThat(bench.simulator.ledger().effects(NAME)).isEmpty();
  }

  private String described() {
    var request = bench.claimOf(Bench.FIRST).phoneNumberDescription("Night line").build();
    String id = bench.connect.claimPhoneNumber(request).phoneNumberId();
    bench.settle();
    return id;
  }

  private void describeAs(String id, String description, String token) {
    bench.connect.updatePhoneNumberMetadata(
        request ->
            request.phoneNumberId(id).phoneNumberDescription(description).clientToken(token));
  }
}

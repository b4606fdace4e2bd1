package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceInUseException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class UpdatePhoneNumberTest {
  private final Bench bench = new Bench();
  private final String group = bench.simulator.addTrafficDistributionGroup(bench.instance);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void move_claimed_showsTheOldTargetUntilItSettlesAndLosesTheFlow() {
    String id = bench.claimed(Bench.FIRST);
    bench.associate(id, bench.instance, bench.simulator.addFlow(bench.instance, "Main menu"));

    bench.move(id, group);
    assertThat(bench.status(id)).isEqualTo("IN_PROGRESS");
    assertThat(bench.describe(id).targetArn()).isEqualTo(bench.instance);
    assertThat(bench.owned(id).contactFlowId()).isPresent();

    bench.settle();
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
    assertThat(bench.describe(id).targetArn()).isEqualTo(group);
    assertThat(bench.owned(id).contactFlowId()).isEmpty();
  }

  @Test
  void move_keepsDescriptionAndTags() {
    var request = bench.claimOf(Bench.FIRST).phoneNumberDescription("Night line").build();
    String id = bench.connect.claimPhoneNumber(request).phoneNumberId();
    bench.settle();
    bench.move(id, group);
    bench.settle();

    assertThat(bench.describe(id).phoneNumberDescription()).isEqualTo("Night line");
  }

  @Test
  void move_byArnAndToInstanceId_moves() {
    String id = bench.claimed(Bench.FIRST);
    String other = bench.simulator.addInstance();
    String arn = bench.owned(id).arn();

    var answer =
        bench.connect.updatePhoneNumber(
            request -> request.phoneNumberId(arn).instanceId(Arns.lastPart(other)));
    bench.settle();

    assertThat(answer.phoneNumberId()).isEqualTo(id);
    assertThat(bench.describe(arn).targetArn()).isEqualTo(other);
    assertThat(bench.simulator.ledger().requests("UpdatePhoneNumber").get(0).path())
        .contains("%3A")
        .contains("phone-number%2F" + id);
  }

  @Test
  void move_inProgress_resourceInUse() {
    String id = bench.claim(Bench.FIRST);

    assertThatThrownBy(() -> bench.move(id, group)).isInstanceOf(ResourceInUseException.class);
  }

  @Test
  void move_inProgressButTheSameToken_replayed() {
    String id = bench.claimed(Bench.FIRST);
    String token = Bench.token();
    for (int i = 0; i < 2; i++) {
      bench.connect.updatePhoneNumber(
          request -> request.phoneNumberId(id).targetArn(group).clientToken(token));
    }

    assertThat(bench.simulator.ledger().effects("UpdatePhoneNumber")).hasSize(1);
    assertThat(bench.simulator.ledger().requests("UpdatePhoneNumber"))
        .extracting(RecordedRequest::disposition)
        .containsExactly(Disposition.APPLIED, Disposition.REPLAYED);
  }

  @Test
  void move_unknownNumberOrTarget_resourceNotFound() {
    String id = bench.claimed(Bench.FIRST);

    assertThatThrownBy(() -> bench.move(Bench.token(), group))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> bench.move(id, group + "0"))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void move_brokenRule_invalidParameter() {
    String id = bench.claimed(Bench.FIRST);
    String creating =
        bench.simulator.addTrafficDistributionGroup(bench.instance, "CREATION_IN_PROGRESS");

    assertThatThrownBy(() -> bench.connect.updatePhoneNumber(request -> request.phoneNumberId(id)))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(
            () ->
                bench.connect.updatePhoneNumber(
                    request -> request.phoneNumberId(id).targetArn(group).clientToken("mine")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> bench.move(id, creating))
        .isInstanceOf(InvalidParameterException.class);
  }
}

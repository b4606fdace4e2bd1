package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class AssociatePhoneNumberContactFlowTest {
  private final Bench bench = new Bench();
  private final String flow = bench.simulator.addFlow(bench.instance, "Main menu");

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void associate_byArnsAndByIds_numberIsOnTheFlow() {
    String first = bench.claimed(Bench.FIRST);
    String second = bench.claimed(Bench.SECOND);

    bench.associate(bench.owned(first).arn(), bench.instance, flow);
    bench.associate(second, Arns.lastPart(bench.instance), Arns.lastPart(flow));

    assertThat(bench.simulator.ledger().numbers())
        .extracting(number -> number.contactFlowId().orElseThrow())
        .containsExactly(flow, flow);
  }

  @Test
  void associate_twice_oneEffect() {
    String id = bench.claimed(Bench.FIRST);
    bench.associate(id, bench.instance, flow);
    bench.associate(id, bench.instance, flow);

    assertThat(bench.simulator.ledger().effects("AssociatePhoneNumberContactFlow")).hasSize(1);
  }

  @Test
  void associate_numberOfAGroup_flowMustBeOfTheInstanceItWasMadeFrom() {
    String id = bench.claimed(Bench.FIRST);
    bench.move(id, bench.simulator.addTrafficDistributionGroup(bench.instance));
    bench.settle();
    String other = bench.simulator.addInstance();
    String otherFlow = bench.simulator.addFlow(other, "Elsewhere");

    assertThatThrownBy(() -> bench.associate(id, other, otherFlow))
        .isInstanceOf(InvalidParameterException.class);
    bench.associate(id, bench.instance, flow);
    assertThat(bench.owned(id).contactFlowId()).contains(flow);
  }

  @Test
  void associate_numberOfAnotherInstance_invalidParameter() {
    String id = bench.claimed(Bench.FIRST);
    String other = bench.simulator.addInstance();
    String otherFlow = bench.simulator.addFlow(other, "Elsewhere");

    assertThatThrownBy(() -> bench.associate(id, other, otherFlow))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void associate_notClaimed_invalidParameter() {
    String id = bench.claim(Bench.FIRST);

    assertThatThrownBy(() -> bench.associate(id, bench.instance, flow))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void associate_unknownNumberInstanceOrFlow_resourceNotFound() {
    String id = bench.claimed(Bench.FIRST);
    String foreign = bench.simulator.addFlow(bench.simulator.addInstance(), "Elsewhere");

    notFound(Bench.token(), bench.instance, flow);
    notFound(id, Bench.token(), flow);
    notFound(id, bench.instance, Bench.token());
    notFound(id, bench.instance, foreign);
  }

  @Test
  void associate_missingMember_invalidParameter() {
    String id = bench.claimed(Bench.FIRST);

    assertThatThrownBy(
            () ->
                bench.connect.associatePhoneNumberContactFlow(
                    request -> request.phoneNumberId(id).contactFlowId(flow)))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(
            () ->
                bench.connect.associatePhoneNumberContactFlow(
                    request -> request.phoneNumberId(id).instanceId(bench.instance)))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> bench.associate(id, bench.instance, "f".repeat(501)))
        .isInstanceOf(InvalidParameterException.class);
  }

  private void notFound(String id, String instance, String contactFlow) {
    assertThatThrownBy(() -> bench.associate(id, instance, contactFlow))
        .isInstanceOf(ResourceNotFoundException.class);
  }
}

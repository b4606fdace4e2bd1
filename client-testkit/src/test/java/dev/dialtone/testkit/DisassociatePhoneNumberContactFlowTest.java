package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class DisassociatePhoneNumberContactFlowTest {
  private static final String NAME = "DisassociatePhoneNumberContactFlow";
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void disassociate_onAFlow_isOffIt() {
    String id = onFlow();

    bench.disassociate(bench.owned(id).arn(), bench.instance);

    assertThat(bench.owned(id).contactFlowId()).isEmpty();
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
    assertThat(bench.simulator.ledger().effects(NAME))
        .singleElement()
        .satisfies(effect -> assertThat(effect.targetArn()).isEqualTo(bench.instance));
  }

  @Test
  void disassociate_twiceAndById_oneEffect() {
    String id = onFlow();

    bench.disassociate(id, Arns.lastPart(bench.instance));
    bench.disassociate(id, Arns.lastPart(bench.instance));

    assertThat(bench.dispositions(NAME)).containsExactly(Disposition.APPLIED, Disposition.REPLAYED);
    assertThat(bench.simulator.ledger().effects(NAME)).hasSize(1);
  }

  @Test
  void disassociate_numberOfAGroup_instanceMustBeTheOneItWasMadeFrom() {
    String id = bench.claimed(Bench.FIRST);
    bench.move(id, bench.simulator.addTrafficDistributionGroup(bench.instance));
    bench.settle();
    bench.associate(id, bench.instance, bench.simulator.addFlow(bench.instance, "Main menu"));
    String other = bench.simulator.addInstance();

    assertThatThrownBy(() -> bench.disassociate(id, other))
        .isInstanceOf(InvalidParameterException.class);
    bench.disassociate(id, bench.instance);
    assertThat(bench.owned(id).contactFlowId()).isEmpty();
  }

  @Test
  void disassociate_notClaimedOrNoInstance_invalidParameter() {
    String id = bench.claim(Bench.FIRST);

    assertThatThrownBy(() -> bench.disassociate(id, bench.instance))
        .isInstanceOf(InvalidParameterException.class);
    bench.settle();
    assertThatThrownBy(
            () ->
                bench.connect.disassociatePhoneNumberContactFlow(
                    request -> request.phoneNumberId(id)))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void disassociate_unknownNumberOrInstance_resourceNotFound() {
    String id = bench.claimed(Bench.FIRST);

    assertThatThrownBy(() -> bench.disassociate(Bench.token(), bench.instance))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> bench.disassociate(id, Bench.token()))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private String onFlow() {
    String id = bench.claimed(Bench.FIRST);
    bench.associate(id, bench.instance, bench.simulator.addFlow(bench.instance, "Main menu"));
    return id;
  }
}

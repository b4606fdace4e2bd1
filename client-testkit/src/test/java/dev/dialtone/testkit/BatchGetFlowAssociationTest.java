package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.FlowAssociationSummary;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ListFlowAssociationResourceType;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class BatchGetFlowAssociationTest {
  private final Bench bench = new Bench();
  private final String flow = bench.simulator.addFlow(bench.instance, "Main menu");
  private final String first = bench.owned(bench.claimed(Bench.FIRST)).arn();
  private final String second = bench.owned(bench.claimed(Bench.SECOND)).arn();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void get_oneOnAFlow_onlyThatOne() {
    bench.associate(second, bench.instance, flow);

    assertThat(get(bench.instance, first, second, second, first + "0"))
        .singleElement()
        .satisfies(
            association -> {
              assertThat(association.resourceId()).isEqualTo(second);
              assertThat(association.flowId()).isEqualTo(flow);
              assertThat(association.resourceTypeAsString()).isEqualTo("VOICE_PHONE_NUMBER");
            });
    assertThat(get(Arns.lastPart(bench.instance), second)).hasSize(1);
    assertThat(bench.dispositions("BatchGetFlowAssociation")).containsOnly(Disposition.READ);
  }

  @Test
  void get_offTheFlowOrReleased_none() {
    bench.associate(first, bench.instance, flow);
    bench.associate(second, bench.instance, flow);
    bench.disassociate(first, bench.instance);
    bench.release(second);
    bench.settle();

    assertThat(get(bench.instance, first, second)).isEmpty();
  }

  @Test
  void get_otherInstanceOrOtherType_none() {
    bench.associate(first, bench.instance, flow);

    assertThat(get(bench.simulator.addInstance(), first)).isEmpty();
    assertThat(
            bench
                .connect
                .batchGetFlowAssociation(
                    request ->
                        request
                            .instanceId(bench.instance)
                            .resourceIds(first)
                            .resourceType(ListFlowAssociationResourceType.INBOUND_EMAIL))
                .flowAssociationSummaryList())
        .isEmpty();
  }

  @Test
  void get_staleReads_lag() {
    bench.clock.advance(Duration.ofSeconds(2));
    bench.simulator.faults().staleReads(Duration.ofSeconds(1));
    bench.associate(first, bench.instance, flow);
    assertThat(get(bench.instance, first)).isEmpty();

    bench.clock.advance(Duration.ofSeconds(1));
    assertThat(get(bench.instance, first)).hasSize(1);
  }

  @Test
  void get_unknownInstance_resourceNotFound() {
    assertThatThrownBy(() -> get(Bench.token(), first))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void get_brokenRule_invalidParameter() {
    invalid();
    invalid(Collections.nCopies(101, first).toArray(String[]::new));
    invalid(Arns.lastPart(first));
    assertThatThrownBy(
            () ->
                bench.connect.batchGetFlowAssociation(
                    request ->
                        request.instanceId(bench.instance).resourceIds(first).resourceType("FAX")))
        .isInstanceOf(InvalidParameterException.class);
  }

  private void invalid(String... resources) {
    assertThatThrownBy(() -> get(bench.instance, resources))
        .isInstanceOf(InvalidParameterException.class);
  }

  private List<FlowAssociationSummary> get(String instance, String... resources) {
    return bench
        .connect
        .batchGetFlowAssociation(
            request ->
                request
                    .instanceId(instance)
                    .resourceIds(resources)
                    .resourceType(ListFlowAssociationResourceType.VOICE_PHONE_NUMBER))
        .flowAssociationSummaryList();
  }
}

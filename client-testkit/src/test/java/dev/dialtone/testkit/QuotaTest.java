package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;

class QuotaTest {
  private final Bench bench = new Bench();
  private final String small = bench.simulator.addInstance(1);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void claim_targetFull_answers200AndSettlesAsFailed() {
    claim(Bench.FIRST, small);
    String second = claim(Bench.SECOND, small);
    assertThat(bench.status(second)).isEqualTo("IN_PROGRESS");

    bench.settle();

    var status = bench.describe(second).phoneNumberStatus();
    assertThat(status.statusAsString()).isEqualTo("FAILED");
    assertThat(status.message()).contains("exceeds the limit of total phone numbers");
  }

  @Test
  void claim_failedBefore_mayBeClaimedAgainAndKeepsItsId() {
    claim(Bench.FIRST, small);
    String failed = claim(Bench.SECOND, small);
    bench.settle();

    assertThat(claim(Bench.SECOND, bench.instance)).isEqualTo(failed);
    bench.settle();

    assertThat(bench.status(failed)).isEqualTo("CLAIMED");
    assertThat(bench.describe(failed).targetArn()).isEqualTo(bench.instance);
  }

  @Test
  void move_claimFailed_invalidParameter() {
    bench.simulator.faults().failSettling(Bench.FIRST, "no");
    String failed = bench.claimed(Bench.FIRST);

    assertThatThrownBy(() -> bench.move(failed, small))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void move_targetFull_failsAndStaysWithItsFlow() {
    claim(Bench.FIRST, small);
    String id = bench.claimed(Bench.SECOND);
    String flow = bench.simulator.addFlow(bench.instance, "Main menu");
    bench.associate(id, bench.instance, flow);

    bench.move(id, small);
    bench.settle();

    assertThat(bench.status(id)).isEqualTo("FAILED");
    assertThat(bench.describe(id).targetArn()).isEqualTo(bench.instance);
    assertThat(bench.owned(id).contactFlowId()).contains(flow);
  }

  @Test
  void move_awayFromAFullTarget_makesRoom() {
    String first = claim(Bench.FIRST, small);
    bench.settle();
    bench.move(first, bench.instance);
    bench.settle();
    String second = claim(Bench.SECOND, small);
    bench.settle();

    assertThat(bench.status(second)).isEqualTo("CLAIMED");
  }

  @Test
  void claim_group_hasAQuotaOfItsOwn() {
    String group = bench.simulator.addTrafficDistributionGroup(bench.instance, 1);
    claim(Bench.FIRST, group);
    String second = claim(Bench.SECOND, group);
    bench.settle();

    assertThat(bench.status(second)).isEqualTo("FAILED");
  }

  private String claim(String number, String target) {
    return bench
        .connect
        .claimPhoneNumber(bench.claimOf(number).targetArn(target).build())
        .phoneNumberId();
  }
}

package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class StaleReadsTest {
  private final Bench bench = new Bench();
  private final String group = bench.simulator.addTrafficDistributionGroup(bench.instance);

  StaleReadsTest() {
    bench.simulator.faults().staleReads(Duration.ofSeconds(1));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void describe_justClaimed_notFoundForAWhile() {
    String id = bench.claim(Bench.FIRST);
    bench.clock.advance(Duration.ofMillis(999));
    assertThatThrownBy(() -> bench.describe(id)).isInstanceOf(ResourceNotFoundException.class);

    bench.clock.advance(Duration.ofMillis(1));
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
  }

  @Test
  void describe_justMoved_oldStatusAndTargetForAWhile() {
    String id = bench.claim(Bench.FIRST);
    bench.clock.advance(Duration.ofSeconds(2));
    bench.move(id, group);
    bench.clock.advance(Duration.ofMillis(999));
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
    assertThat(bench.describe(id).targetArn()).isEqualTo(bench.instance);
    assertThat(bench.owned(id).targetArn()).isEqualTo(group);

    bench.clock.advance(Duration.ofMillis(1));
    assertThat(bench.describe(id).targetArn()).isEqualTo(group);
  }

  @Test
  void describe_claimedAndMovedWithinTheLag_oneAfterTheOther() {
    String id = bench.claimed(Bench.FIRST);
    bench.clock.advance(Duration.ofMillis(300));
    bench.move(id, group);
    assertThatThrownBy(() -> bench.describe(id)).isInstanceOf(ResourceNotFoundException.class);

    bench.clock.advance(Duration.ofMillis(700));
    assertThat(bench.describe(id).targetArn()).isEqualTo(bench.instance);
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
  }

  @Test
  void staleReads_zero_turnsItOff() {
    bench.simulator.faults().staleReads(Duration.ZERO);

    assertThat(bench.status(bench.claim(Bench.FIRST))).isEqualTo("IN_PROGRESS");
  }
}

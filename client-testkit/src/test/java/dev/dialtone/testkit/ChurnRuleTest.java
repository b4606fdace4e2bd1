package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.LimitExceededException;

class ChurnRuleTest {

  @Test
  void claim_twiceTheQuotaWithin180Days_refusedUntilTheOldestIsOld() {
    try (var bench = new Bench(SimulatorBuilder::churnRule)) {
      for (int round = 0; round < 5; round++) {
        bench.release(bench.claimed("+1800555010" + round));
        bench.clock.advance(Duration.ofDays(1));
      }

      assertThatThrownBy(() -> bench.claim("+18005550109"))
          .isInstanceOf(LimitExceededException.class)
          .hasMessageContaining("200 %");
      String source = bench.source();
      assertThatThrownBy(() -> bench.importFrom(source)).isInstanceOf(LimitExceededException.class);

      bench.clock.advance(Duration.ofDays(175));
      assertThat(bench.claimed("+18005550109")).isNotEmpty();
      assertThat(bench.simulator.ledger().effects("ClaimPhoneNumber")).hasSize(6);
    }
  }

  @Test
  void claim_repeatedWithItsToken_countsOnce() {
    try (var bench = new Bench(settings -> settings.churnRule(40, Duration.ofDays(1)))) {
      var request = bench.claimOf(Bench.FIRST).clientToken(Bench.token()).build();
      bench.connect.claimPhoneNumber(request);
      bench.connect.claimPhoneNumber(request);

      bench.claim(Bench.SECOND);
      assertThatThrownBy(() -> bench.claim("+18005550102"))
          .isInstanceOf(LimitExceededException.class);
    }
  }

  @Test
  void release_overTheLimit_isNotRefusedAndResetForgives() {
    try (var bench = new Bench(settings -> settings.churnRule(20, Duration.ofDays(1)))) {
      bench.release(bench.claimed(Bench.FIRST));
      assertThatThrownBy(() -> bench.claim(Bench.SECOND))
          .isInstanceOf(LimitExceededException.class);

      bench.simulator.reset();

      assertThat(bench.claimed(Bench.SECOND)).isNotEmpty();
    }
  }

  @Test
  void claim_notAskedFor_noLimit() {
    try (var bench = new Bench()) {
      for (int round = 0; round < 20; round++) {
        bench.release(bench.claimed("+180055501" + (round + 10)));
        bench.settle();
      }

      assertThat(bench.simulator.ledger().effects("ReleasePhoneNumber")).hasSize(20);
    }
  }
}

package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;
import software.amazon.awssdk.services.connect.model.ThrottlingException;

class ThrottlingTest {
  private final Bench bench = new Bench(builder -> builder.throttle(2, 5));

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void request_burstUsedUp_throttledUntilThereIsAPermitAgain() {
    String id = bench.claim(Bench.FIRST);
    for (int i = 0; i < 5; i++) {
      bench.describe(id);
    }
    assertThatThrownBy(() -> bench.describe(id))
        .isInstanceOf(ThrottlingException.class)
        .hasMessageContaining("Rate exceeded");

    bench.clock.advance(Duration.ofMillis(499));
    assertThatThrownBy(() -> bench.describe(id)).isInstanceOf(ThrottlingException.class);
    bench.clock.advance(Duration.ofMillis(1));
    bench.describe(id);
  }

  @Test
  void request_otherOperation_hasItsOwnBucket() {
    String id = Bench.token();
    exhaustDescribe(id);

    assertThat(bench.claim(Bench.FIRST)).isNotEmpty();
  }

  @Test
  void request_throttled_isRecordedAndTakesNoFault() {
    String id = Bench.token();
    exhaustDescribe(id);
    bench.simulator.faults().next("DescribePhoneNumber", Fault.error(503, "Mine", "mine"));
    assertThatThrownBy(() -> bench.describe(id)).isInstanceOf(ThrottlingException.class);

    var last = bench.simulator.ledger().requests("DescribePhoneNumber").get(5);
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.disposition()).isEqualTo(Disposition.THROTTLED);
    bench.clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> bench.describe(id)).hasMessageContaining("mine");
  }

  @Test
  void request_askedAboutAfterALaterOne_findsTheBucketAsItIsNow() {
    Throttle throttle = Throttle.perOperation(2, 2);
    Instant later = Instant.EPOCH.plusMillis(400);

    assertThat(throttle.admits("DescribePhoneNumber", later)).isTrue();
    assertThat(throttle.admits("DescribePhoneNumber", Instant.EPOCH)).isTrue();
    assertThat(throttle.admits("DescribePhoneNumber", later)).isFalse();
  }

  @Test
  void latency_ofWhateverReply_isTaken() {
    Duration latency = Duration.ofMillis(30);
    try (var far = new Bench(builder -> builder.throttle(2, 1).latency(latency))) {
      assertThat(timeOf(() -> far.claim(Bench.FIRST))).isGreaterThanOrEqualTo(latency);
      assertThat(timeOf(() -> assertThatThrownBy(() -> far.claim(Bench.SECOND)).isNotNull()))
          .isGreaterThanOrEqualTo(latency);
      assertThat(far.dispositions("ClaimPhoneNumber"))
          .containsExactly(Disposition.APPLIED, Disposition.THROTTLED);
    }
  }

  private static Duration timeOf(Runnable call) {
    long start = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void reset_bucketEmpty_isFullAgain() {
    String id = Bench.token();
    exhaustDescribe(id);
    bench.simulator.reset();

    assertThatThrownBy(() -> bench.describe(id)).isInstanceOf(ResourceNotFoundException.class);
  }

  private void exhaustDescribe(String id) {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> bench.describe(id)).isInstanceOf(ResourceNotFoundException.class);
    }
  }
}

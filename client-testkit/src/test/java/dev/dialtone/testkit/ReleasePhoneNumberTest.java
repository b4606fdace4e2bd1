package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.IdempotencyException;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceInUseException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class ReleasePhoneNumberTest {
  private static final String NAME = "ReleasePhoneNumber";
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void release_claimed_isInProgressAndThenGone() {
    String id = bench.claimed(Bench.FIRST);

    bench.release(bench.owned(id).arn());
    assertThat(bench.status(id)).isEqualTo("IN_PROGRESS");
    assertThat(bench.owned(id).status()).isEqualTo("IN_PROGRESS");

    bench.settle();
    assertThat(bench.simulator.ledger().numbers()).isEmpty();
    assertThat(bench.connect.listPhoneNumbersV2(request -> {}).listPhoneNumbersSummaryList())
        .isEmpty();
    assertThat(bench.simulator.ledger().effects(NAME))
        .singleElement()
        .satisfies(effect -> assertThat(effect.targetArn()).isEqualTo(bench.instance));
  }

  @Test
  void release_gone_nothingKnowsTheNumber() {
    String id = bench.claimed(Bench.FIRST);
    String arn = bench.owned(id).arn();
    String flow = bench.simulator.addFlow(bench.instance, "Main menu");
    bench.release(id);
    bench.settle();

    gone(() -> bench.describe(id));
    gone(() -> bench.describe(arn));
    gone(() -> bench.move(id, bench.instance));
    gone(() -> bench.describeAs(id, "Day line"));
    gone(() -> bench.associate(id, bench.instance, flow));
    gone(() -> bench.disassociate(id, bench.instance));
    gone(() -> bench.connect.tagResource(tag -> tag.resourceArn(arn).tags(Map.of("a", "b"))));
    gone(() -> bench.release(id));
  }

  @Test
  void release_gone_coolsDownAndFreesTheQuota() {
    bench.release(bench.claimed(Bench.FIRST));
    bench.settle();

    assertThatThrownBy(() -> bench.claim(Bench.FIRST))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Phone number not available");
    for (int i = 1; i <= 5; i++) {
      String id = bench.claimed("+1800555010" + i);
      assertThat(bench.status(id)).isEqualTo("CLAIMED");
    }
  }

  @Test
  void release_inProgress_resourceInUse() {
    String id = bench.claim(Bench.FIRST);
    assertThatThrownBy(() -> bench.release(id)).isInstanceOf(ResourceInUseException.class);
    bench.settle();

    bench.release(id);
    assertThatThrownBy(() -> bench.release(id)).isInstanceOf(ResourceInUseException.class);
    assertThatThrownBy(() -> bench.move(id, bench.instance))
        .isInstanceOf(ResourceInUseException.class);
  }

  @Test
  void release_sameToken_replayedAlsoWhenItIsGone() {
    String id = bench.claimed(Bench.FIRST);
    String token = Bench.token();
    release(id, token);
    release(id, token);
    bench.settle();
    release(id, token);

    assertThat(bench.dispositions(NAME))
        .containsExactly(Disposition.APPLIED, Disposition.REPLAYED, Disposition.REPLAYED);
    assertThat(bench.simulator.ledger().effects(NAME))
        .singleElement()
        .extracting(Effect::clientToken)
        .isEqualTo(token);
    assertThat(bench.simulator.ledger().requests(NAME).get(0).query())
        .containsEntry("clientToken", token);
    assertThatThrownBy(() -> release(id, Bench.token()))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> release(bench.claimed(Bench.SECOND), token))
        .isInstanceOf(IdempotencyException.class);
  }

  @Test
  void release_toldToFail_theNumberStays() {
    String id = bench.claimed(Bench.FIRST);
    String flow = bench.simulator.addFlow(bench.instance, "Main menu");
    bench.associate(id, bench.instance, flow);
    bench.simulator.faults().failSettling(Bench.FIRST, "told to");

    bench.release(id);
    bench.settle();

    assertThat(bench.status(id)).isEqualTo("FAILED");
    assertThat(bench.describe(id).phoneNumberStatus().message()).isEqualTo("told to");
    assertThat(bench.describe(id).targetArn()).isEqualTo(bench.instance);
    assertThat(bench.owned(id).contactFlowId()).contains(flow);
    bench.release(id);
    bench.settle();
    gone(() -> bench.describe(id));
  }

  @Test
  void release_failedClaim_canNoLongerBeClaimed() {
    bench.simulator.faults().failSettling(Bench.FIRST, "told to");
    bench.release(bench.claimed(Bench.FIRST));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> bench.claim(Bench.FIRST))
          .isInstanceOf(InvalidParameterException.class);
      bench.settle();
    }
  }

  @Test
  void release_staleReads_stillThereForAWhile() {
    String id = bench.claim(Bench.FIRST);
    bench.clock.advance(Duration.ofSeconds(2));
    bench.simulator.faults().staleReads(Duration.ofSeconds(1));

    bench.release(id);
    bench.clock.advance(Duration.ofMillis(999));
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
    assertThat(bench.simulator.ledger().numbers()).isEmpty();

    bench.clock.advance(Duration.ofMillis(1));
    gone(() -> bench.describe(id));
  }

  @Test
  void release_unknownNumberOrBadToken_refused() {
    String id = bench.claimed(Bench.FIRST);

    gone(() -> bench.release(Bench.token()));
    assertThatThrownBy(() -> release(id, "mine")).isInstanceOf(InvalidParameterException.class);
    assertThat(bench.simulator.ledger().effects(NAME)).isEmpty();
  }

  private void release(String id, String token) {
    bench.connect.releasePhoneNumber(request -> request.phoneNumberId(id).clientToken(token));
  }

  private static void gone(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(ResourceNotFoundException.class);
  }
}

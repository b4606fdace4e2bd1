package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.OverHttp.PATIENCE;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.Request;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.testkit.Effect;
import dev.dialtone.testkit.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Never twice: whatever becomes of the reply, one claim is one effect under one token. */
class LostReplyTest {
  private static final String CLAIM = "ClaimPhoneNumber";
  private static final String MOVE = "UpdatePhoneNumber";
  private static final String DESCRIBE = "DescribePhoneNumber";

  private final OverHttp world = new OverHttp(ZERO);
  private final PhoneNumbers numbers = world.numbers().build();

  @AfterEach
  void close() {
    numbers.close();
    world.close();
  }

  @Test
  void claim_replyLostAfterTheEffect_isOneEffect() {
    world.simulator.faults().next(CLAIM, 2, Fault.replyLostAfterEffect());
    assertClaimedOnce(claim(), 3);
  }

  @Test
  void claim_requestLost_isOneEffect() {
    world.simulator.faults().next(CLAIM, 2, Fault.replyLostBeforeEffect());
    assertClaimedOnce(claim(), 3);
  }

  @Test
  void claim_replyLaterThanTheCallTimeout_isRepeatedAndOneEffect() {
    world.simulator.faults().next(CLAIM, Fault.latency(ofSeconds(20)));
    try (PhoneNumbers impatient = world.numbers().callTimeout(ofMillis(300)).build()) {
      assertClaimedOnce(impatient.claim(NUMBER).to(world.instance).start(), 2);
    }
  }

  @Test
  void move_replyLaterThanTheCallTimeout_isRepeatedAndOneEffect() {
    ConnectNumber claimed = claim().await(PATIENCE);
    world.simulator.faults().next(MOVE, Fault.latency(ofSeconds(20)));
    try (PhoneNumbers impatient = world.numbers().callTimeout(ofMillis(300)).build()) {
      assertMovedOnce(impatient.move(claimed.id()).to(world.group).start(), 2);
    }
  }

  @Test
  void claim_unreadableReplyAfterAnotherFault_isOneEffect() {
    world.simulator.faults().next(CLAIM, Fault.replyLostAfterEffect());
    world.simulator.faults().next(CLAIM, Fault.answer(502, "<html>Bad gateway</html>"));
    world.simulator.faults().next(CLAIM, Fault.answer(200, ""));
    assertClaimedOnce(claim(), 4);
  }

  @Test
  void move_replyLostAfterTheEffect_isOneEffect() {
    ConnectNumber claimed = claim().await(PATIENCE);
    world.simulator.faults().next(MOVE, 3, Fault.replyLostAfterEffect());
    assertMovedOnce(numbers.move(claimed.id()).to(world.group).start(), 4);
  }

  @Test
  void everyChange_replyLostAfterTheEffect_isOneEffect() {
    PhoneNumberId id = claim().await(PATIENCE).id();
    String source = world.simulator.addSourceNumber("US", "TOLL_FREE", "+18445550177");
    Map<String, Request<?>> changes = new LinkedHashMap<>();
    changes.put(
        "ImportPhoneNumber", numbers.importNumber(SourceNumber.of(source)).to(world.instance));
    changes.put("UpdatePhoneNumberMetadata", numbers.updateDescription(id, "Night line"));
    changes.put("TagResource", numbers.tag(id, Map.of("team", "support")));
    changes.put("UntagResource", numbers.untag(id, List.of("team")));
    changes.put("AssociatePhoneNumberContactFlow", numbers.attachFlow(id, world.flow));
    changes.put("DisassociatePhoneNumberContactFlow", numbers.detachFlow(id));
    changes.put("ReleasePhoneNumber", numbers.release(id).confirm(NUMBER));
    changes.forEach(
        (operation, change) -> {
          world.simulator.faults().next(operation, Fault.replyLostAfterEffect());
          world.simulator.faults().next(operation, Fault.error(503, "ServiceUnavailable", "x"));
          world.simulator.faults().next(operation, Fault.replyLostBeforeEffect());
          change.start().await(PATIENCE);
          assertThat(world.simulator.ledger().effects(operation)).as(operation).hasSize(1);
          assertThat(world.requests(operation)).as(operation).hasSizeGreaterThanOrEqualTo(4);
        });
  }

  @Test
  void describe_connectionReset_isReadAgain() {
    ConnectNumber claimed = claim().await(PATIENCE);
    int before = world.requests(DESCRIBE).size();
    world.simulator.faults().next(DESCRIBE, 3, Fault.replyLostBeforeEffect());
    assertThat(numbers.describe(claimed.id()).await(PATIENCE).number()).isEqualTo(NUMBER);
    assertThat(world.requests(DESCRIBE)).hasSize(before + 4);
  }

  private Operation<ConnectNumber> claim() {
    return numbers.claim(NUMBER).to(world.instance).start();
  }

  private void assertMovedOnce(Operation<ConnectNumber> move, int requests) {
    assertThat(move.await(PATIENCE).isAt(world.group)).isTrue();
    assertTokens(MOVE, move, requests);
    assertThat(world.simulator.ledger().effects(MOVE)).hasSize(1);
  }

  private void assertClaimedOnce(Operation<ConnectNumber> claim, int requests) {
    ConnectNumber number = claim.await(PATIENCE);
    assertThat(number.number()).isEqualTo(NUMBER);
    assertThat(number.status()).isEqualTo(NumberStatus.CLAIMED);
    assertTokens(CLAIM, claim, requests);
    assertThat(world.simulator.ledger().effects(CLAIM))
        .singleElement()
        .extracting(Effect::phoneNumber, Effect::phoneNumberId, Effect::clientToken)
        .containsExactly(NUMBER.value(), number.id().value(), claim.ticket().id());
  }

  /** A busy machine may be late by itself once more. */
  private void assertTokens(String operation, Operation<?> of, int requests) {
    assertThat(world.tokens(operation))
        .hasSizeGreaterThanOrEqualTo(requests)
        .containsOnly(of.ticket().id());
  }
}

package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.LIST;
import static dev.dialtone.testing.InMemoryConnect.MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.PortCall;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Never twice: what may have had an effect is repeated with its own token, or not at all. */
class LostReplyTest {
  private final World world = new World();

  static Stream<Fault> losses() {
    return Stream.of(
        Fault.replyLost(),
        Fault.requestLost(),
        Fault.silent(),
        Fault.failing(Failing.unreadable()),
        Fault.failing(Failing.unavailable()));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void claim_anAnswerIsLost_hasOneEffectAndIsToldAsDone(Fault loss) {
    world.connect.next(CLAIM, loss, loss);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(120);
    ConnectNumber number = result(claim);
    assertThat(number.number()).isEqualTo(World.NUMBER);
    assertThat(world.connect.effects(CLAIM)).hasSize(1);
    assertThat(world.connect.calls(CLAIM))
        .hasSize(3)
        .extracting(PortCall::token)
        .containsOnly(claim.ticket().id());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void move_anAnswerIsLost_hasOneEffectAndIsToldAsDone(Fault loss) {
    PhoneNumberId id = world.claimed();
    world.connect.next(MOVE, loss);
    Operation<ConnectNumber> move = world.numbers.move(id).to(world.other).start();
    world.seconds(120);
    assertThat(result(move).isAt(world.other)).isTrue();
    assertThat(world.connect.effects(MOVE)).hasSize(1);
    assertThat(world.connect.calls(MOVE))
        .hasSize(2)
        .extracting(PortCall::token)
        .containsOnly(move.ticket().id());
  }

  @Test
  void claim_refusedAfterALostReply_isLookedForAndFound() {
    world.connect.next(CLAIM, Fault.replyLost(), Fault.failing(Failing.accessDenied()));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(120);
    assertThat(result(claim).number()).isEqualTo(World.NUMBER);
    assertThat(world.connect.effects(CLAIM)).hasSize(1);
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ACCEPTED, Step.SETTLED);
  }

  @Test
  void claim_refusedAfterALostReplyAndNotListed_isAnUnknownOutcome() {
    world.connect.next(CLAIM, Fault.replyLost(), Fault.failing(Failing.accessDenied()));
    world.connect.always(LIST, Fault.failing(Failing.accessDenied()));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(180);
    OutcomeUnknownException unknown = failure(claim, OutcomeUnknownException.class);
    assertThat(unknown.ticket()).contains(claim.ticket());
    assertThat(unknown).hasMessageContaining("AccessDeniedException");
    assertThat(world.connect.effects(CLAIM)).hasSize(1);
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ABANDONED);
  }

  @Test
  void claim_throttledToTheEndAfterALostReply_isLookedForAndFound() {
    world.connect.next(CLAIM, Fault.replyLost());
    world.connect.always(CLAIM, Fault.failing(Failing.throttled()));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(120);
    result(claim);
    assertThat(world.connect.calls(CLAIM)).hasSize(4);
    assertThat(world.connect.effects(CLAIM)).hasSize(1);
  }

  @Test
  void claim_everyRequestLost_isAnUnknownOutcomeThatSaysWhatWasSeen() {
    world.connect.always(CLAIM, Fault.requestLost());
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(300);
    assertThat(failure(claim, OutcomeUnknownException.class))
        .hasMessageContaining("not among the account's numbers");
  }

  @Test
  void claim_unreadableToTheEnd_isAnUnknownOutcome() {
    world.connect.always(CLAIM, Fault.failing(Failing.unreadable()));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(300);
    failure(claim, OutcomeUnknownException.class);
  }

  @Test
  void claim_goesOnAfterLosses_takesOnlyTheTimeOutsAndWaits() {
    world.connect.next(CLAIM, Fault.silent());
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(14);
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
    world.seconds(2);
    assertThat(world.connect.calls(CLAIM)).hasSize(2);
    world.seconds(10);
    result(claim);
  }
}

package dev.dialtone;

import static dev.dialtone.World.NUMBER;
import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.ATTACH;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.FlowNotAttachedException;
import dev.dialtone.error.NumberTakenException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.Stage;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.PortCall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private final World world = new World();

  @Test
  void claim_numberOffered_isSentOnceAndSettles() {
    Operation<ConnectNumber> claim =
        world.claim().description("Support line").tag("team", "support").start();
    assertThat(claim.progress().stage()).isEqualTo(Stage.SETTLING);
    world.seconds(6);
    ConnectNumber number = result(claim);
    assertThat(number.number()).isEqualTo(NUMBER);
    assertThat(number.status()).isEqualTo(NumberStatus.CLAIMED);
    assertThat(number.isAt(world.instance)).isTrue();
    assertThat(number.description()).contains("Support line");
    assertThat(number.tags()).containsEntry("team", "support");
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
    assertThat(claim.progress().stage()).isEqualTo(Stage.DONE);
    assertThat(claim.progress().attempts()).isEqualTo(1);
  }

  @Test
  void claim_token_isTheTicketsIdInLowerCase() {
    Operation<ConnectNumber> claim = world.claim().start();
    String token = world.connect.calls(CLAIM).get(0).token();
    assertThat(token)
        .isEqualTo(claim.ticket().id())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void claim_startedTwice_isTwoOperationsWithTheirOwnTokens() {
    ClaimRequest request = world.claim();
    Operation<ConnectNumber> first = request.start();
    Operation<ConnectNumber> second = request.start();
    assertThat(first.ticket().id()).isNotEqualTo(second.ticket().id());
    failure(second, NumberTakenException.class);
    assertThat(world.connect.effects()).hasSize(1);
  }

  @Test
  void claim_intent_isSafeBeforeTheFirstByteIsSent() {
    var written = new CompletableFuture<Void>();
    world.journal.on(Step.INTENT, () -> written);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(20);
    assertThat(world.connect.calls()).isEmpty();
    assertThat(world.journal.steps()).containsExactly(Step.INTENT);
    written.complete(null);
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
    world.seconds(6);
    result(claim);
  }

  @Test
  void claim_itsStory_isInTheJournalWithAllThatIsNeededToGoOn() {
    Operation<ConnectNumber> claim = world.claim().tag("team", "support").start();
    world.seconds(6);
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ACCEPTED, Step.SETTLED);
    Ticket intent = world.journal.entries().get(0).ticket();
    assertThat(intent.numberId()).isEmpty();
    assertThat(intent.parameters())
        .containsEntry("number", NUMBER.value())
        .containsEntry("target", world.instance.text())
        .containsEntry("tag.team", "support");
    assertThat(intent.region()).isEqualTo("us-west-2");
    assertThat(intent.account()).contains("111122223333");
    Ticket accepted = world.journal.entries().get(2).ticket();
    assertThat(accepted.numberId()).contains(result(claim).id());
    assertThat(accepted).isEqualTo(claim.ticket());
    assertThat(Ticket.decode(claim.ticket().encode())).isEqualTo(claim.ticket());
  }

  @Test
  void claim_withFlow_attachesItOnceAfterItIsClaimed() {
    Operation<ConnectNumber> claim = world.claim().attachFlow(world.flow).start();
    world.seconds(4);
    assertThat(world.connect.calls(ATTACH)).isEmpty();
    world.seconds(2);
    ConnectNumber number = result(claim);
    assertThat(world.connect.calls(ATTACH)).hasSize(1);
    assertThat(world.connect.flowOf(number.id())).contains(world.flow);
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .endsWith(DESCRIBE, ATTACH)
        .startsWith(CLAIM);
  }

  @Test
  void claim_flowFailsInPassing_isAttachedLater() {
    world.fails(ATTACH, Failing.unavailable(), Failing.throttled());
    world.connect.next(ATTACH, Fault.replyLost());
    Operation<ConnectNumber> claim = world.claim().attachFlow(world.flow).start();
    world.seconds(60);
    result(claim);
    assertThat(world.connect.effects(ATTACH)).hasSize(1);
    assertThat(world.connect.calls(ATTACH)).hasSize(4);
  }

  @Test
  void claim_flowFailsForGood_saysThatOnlyTheFlowIsMissing() {
    world.connect.always(ATTACH, Fault.failing(Failing.accessDenied()));
    Operation<ConnectNumber> claim = world.claim().attachFlow(world.flow).start();
    world.seconds(60);
    FlowNotAttachedException missing = failure(claim, FlowNotAttachedException.class);
    assertThat(missing.numberId()).isEqualTo(claim.ticket().numberId().orElseThrow());
    assertThat(world.connect.truth(missing.numberId()).orElseThrow().status())
        .isEqualTo(NumberStatus.CLAIMED);
    assertThat(missing.operation()).isEqualTo(ATTACH);
    assertThat(missing).hasMessageContaining("do not release the number");
    assertThat(missing.ticket()).contains(claim.ticket());
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ACCEPTED, Step.SETTLED);
    assertThat(world.connect.calls(ATTACH)).hasSize(1);
  }

  @Test
  void claim_taken_isSaidAtOnceAndNotRepeated() {
    Operation<ConnectNumber> claim =
        world.numbers.claim(E164.of("+18005550177")).to(world.instance).start();
    NumberTakenException taken = failure(claim, NumberTakenException.class);
    assertThat(taken.attempts()).isEqualTo(1);
    assertThat(taken.operation()).isEqualTo(CLAIM);
    assertThat(taken.requestId()).isPresent();
    assertThat(taken.ticket()).contains(claim.ticket());
    assertThat(taken).hasMessageContaining("*******0177");
    assertThat(world.journal.steps()).isEqualTo(List.of(Step.INTENT, Step.FAILED));
  }

  @Test
  void claim_intoAGroup_settlesThere() {
    Operation<ConnectNumber> claim =
        world.numbers.claim(NUMBER).to(world.group).attachFlow(world.flow).start();
    world.seconds(10);
    assertThat(result(claim).isAt(world.group)).isTrue();
  }
}

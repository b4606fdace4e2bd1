package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.ATTACH;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.DETACH;
import static dev.dialtone.testing.InMemoryConnect.FLOW_OF;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.FlowNotAttachedException;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.Violation;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.Hold;
import dev.dialtone.testing.PortCall;
import org.junit.jupiter.api.Test;

/** The flow of a number that is claimed already. */
class FlowTest {
  private final World world = new World();
  private final PhoneNumberId id = world.claimed();

  private Operation<ConnectNumber> attach(ContactFlow flow) {
    return world.numbers.attachFlow(id, flow).start();
  }

  @Test
  void attach_another_asksFirstAndThenSends() {
    assertThat(result(attach(world.flow)).id()).isEqualTo(id);
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .containsExactly(DESCRIBE, FLOW_OF, ATTACH);
    assertThat(world.connect.flowOf(id)).contains(world.flow);
  }

  @Test
  void attach_onItAlready_sendsNothing() {
    result(attach(world.flow));
    world.connect.forgetCalls();
    result(attach(world.flow));
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .containsExactly(DESCRIBE, FLOW_OF);
    assertThat(world.connect.effects(ATTACH)).hasSize(1);
  }

  @Test
  void attach_nobodyTellsTheFlow_sendsAllTheSame() {
    world.fails(FLOW_OF, Failing.accessDenied());
    result(attach(world.flow));
    assertThat(world.connect.calls(FLOW_OF)).hasSize(1);
    assertThat(world.connect.flowOf(id)).contains(world.flow);
  }

  @Test
  void attach_questionUnanswered_isAskedOnceOnly() {
    world.connect.always(FLOW_OF, Fault.failing(Failing.unavailable()));
    result(attach(world.flow));
    assertThat(world.connect.calls(FLOW_OF)).hasSize(1);
  }

  @Test
  void attach_deadlineWhileAskingAfterALostReply_isUnknown() {
    world.connect.next(
        ATTACH,
        Fault.replyLost(),
        Fault.failing(Failing.refusal(Kind.CONFLICT, 409, "ResourceInUseException", "busy")));
    world.connect.next(FLOW_OF, Fault.none(), new Hold());
    Operation<ConnectNumber> attach =
        world.numbers.attachFlow(id, world.flow).deadline(ofMinutes(3)).start();
    world.advance(ofMinutes(4));
    failure(attach, OutcomeUnknownException.class);
  }

  @Test
  void claim_everyReplyOfItsFlowLost_saysThatItMayBeAttached() {
    E164 another = E164.of("+18005550177");
    world.connect.offer(another);
    world.connect.always(ATTACH, Fault.replyLost());
    Operation<ConnectNumber> claim =
        world.numbers.claim(another).to(world.instance).attachFlow(world.flow).start();
    world.advance(ofMinutes(5));
    assertThat(failure(claim, FlowNotAttachedException.class))
        .hasMessageContaining("may not be attached");
  }

  @Test
  void attach_flowOfAnotherInstance_isRefusedAndSendsNothing() {
    InvalidRequestException invalid =
        failure(attach(world.otherFlow), InvalidRequestException.class);
    assertThat(invalid.violations()).extracting(Violation::field).containsExactly("flow");
    assertThat(world.connect.calls()).extracting(PortCall::operation).containsExactly(DESCRIBE);
  }

  @Test
  void attach_whileAMoveIsInProgress_waitsForIt() {
    world.numbers.move(id).to(world.other).start();
    Operation<ConnectNumber> attach = attach(world.otherFlow);
    assertThat(world.connect.calls(ATTACH)).isEmpty();
    world.seconds(20);
    result(attach);
    assertThat(world.connect.flowOf(id)).contains(world.otherFlow);
  }

  @Test
  void attach_replyLost_isOneEffect() {
    world.connect.next(ATTACH, Fault.replyLost(), Fault.requestLost());
    Operation<ConnectNumber> attach = attach(world.flow);
    world.seconds(30);
    result(attach);
    assertThat(world.connect.effects(ATTACH)).hasSize(1);
  }

  @Test
  void attach_everyReplyLost_isFoundToBeDone() {
    world.connect.always(ATTACH, Fault.replyLost());
    Operation<ConnectNumber> attach = attach(world.flow);
    world.seconds(60);
    result(attach);
    assertThat(world.connect.effects(ATTACH)).hasSize(1);
  }

  @Test
  void attach_everyRequestLost_isUnknown() {
    world.connect.always(ATTACH, Fault.requestLost());
    Operation<ConnectNumber> attach = attach(world.flow);
    world.seconds(60);
    failure(attach, OutcomeUnknownException.class);
  }

  @Test
  void attach_idUnknown_isNotFound() {
    failure(
        world.numbers.attachFlow(PhoneNumberId.of("no-such-id"), world.flow).start(),
        NotFoundException.class);
  }

  @Test
  void attach_deadlineWhileAsking_sendsNothing() {
    world.connect.next(FLOW_OF, new Hold());
    Operation<ConnectNumber> attach =
        world.numbers.attachFlow(id, world.flow).deadline(ofMinutes(3)).start();
    world.advance(ofMinutes(4));
    failure(attach, StillInProgressException.class);
    assertThat(world.connect.calls(ATTACH)).isEmpty();
  }

  @Test
  void detach_onAFlow_sendsAndIsOff() {
    result(attach(world.flow));
    result(world.numbers.detachFlow(id).start());
    assertThat(world.connect.flowOf(id)).isEmpty();
    assertThat(world.connect.effects(DETACH)).hasSize(1);
  }

  @Test
  void detach_onNone_sendsAllTheSameAndChangesNothing() {
    result(world.numbers.detachFlow(id).start());
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .containsExactly(DESCRIBE, DETACH);
    assertThat(world.connect.effects(DETACH)).isEmpty();
  }

  @Test
  void detach_numberOfAGroup_needsTheInstance() {
    Operation<ConnectNumber> move =
        world.numbers.move(id).to(world.group).attachFlow(world.flow).start();
    world.seconds(20);
    result(move);
    InvalidRequestException invalid =
        failure(world.numbers.detachFlow(id).start(), InvalidRequestException.class);
    assertThat(invalid).hasMessageContaining("detachFlow(id, instance)");
    result(world.numbers.detachFlow(id, world.instance).start());
    assertThat(world.connect.flowOf(id)).isEmpty();
  }

  @Test
  void detach_anotherInstanceThanItsOwn_isRefused() {
    failure(world.numbers.detachFlow(id, world.other).start(), InvalidRequestException.class);
    assertThat(world.connect.calls(DETACH)).isEmpty();
  }
}

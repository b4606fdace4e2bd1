package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.ATTACH;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.MOVE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.ConflictException;
import dev.dialtone.error.FlowNotAttachedException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.ServiceFailureException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.OperationJournal.Entry;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.Numbers;
import dev.dialtone.testing.PortCall;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoveTest {
  private final World world = new World();
  private final PhoneNumberId id = world.claimed();

  private MoveRequest move() {
    return world.numbers.move(id).to(world.other);
  }

  @Test
  void move_numberElsewhere_readsFirstAndThenSendsOnce() {
    Operation<ConnectNumber> move = move().start();
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .containsExactly(DESCRIBE, MOVE);
    world.seconds(7);
    ConnectNumber moved = result(move);
    assertThat(moved.isAt(world.other)).isTrue();
    assertThat(moved.status()).isEqualTo(NumberStatus.CLAIMED);
    assertThat(world.connect.calls(MOVE)).hasSize(1);
    assertThat(move.ticket().numberId()).contains(id);
  }

  @Test
  void move_alreadyThere_sendsNothing() {
    Operation<ConnectNumber> move = world.numbers.move(id).to(world.instance).start();
    assertThat(result(move).isAt(world.instance)).isTrue();
    assertThat(world.connect.calls()).extracting(PortCall::operation).containsExactly(DESCRIBE);
  }

  @Test
  void move_alreadyThereWithFlow_attachesItAllTheSame() {
    Operation<ConnectNumber> move =
        world.numbers.move(id).to(world.instance).attachFlow(world.flow).start();
    result(move);
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .containsExactly(DESCRIBE, ATTACH);
    assertThat(world.connect.flowOf(id)).contains(world.flow);
    assertThat(world.journal.entries())
        .filteredOn(entry -> entry.ticket().id().equals(move.ticket().id()))
        .extracting(Entry::step)
        .containsExactly(Step.INTENT, Step.SETTLED);
  }

  @Test
  void move_withFlow_attachesItOnceItIsThere() {
    Operation<ConnectNumber> move = move().attachFlow(world.otherFlow).start();
    world.seconds(4);
    assertThat(world.connect.calls(ATTACH)).isEmpty();
    world.seconds(3);
    result(move);
    assertThat(world.connect.flowOf(id)).contains(world.otherFlow);
  }

  @Test
  void move_flowFailsForGood_numberIsMovedAllTheSame() {
    world.connect.always(ATTACH, Fault.failing(Failing.invalid("no such flow")));
    Operation<ConnectNumber> move = move().attachFlow(world.otherFlow).start();
    world.seconds(60);
    assertThat(failure(move, FlowNotAttachedException.class).numberId()).isEqualTo(id);
    assertThat(world.connect.truth(id).orElseThrow().isAt(world.other)).isTrue();
  }

  @Test
  void move_earlierOperationInProgress_isWaitedForAndThenSent() {
    world.connect.settlesAfter(ofSeconds(30));
    Operation<ConnectNumber> first = world.numbers.move(id).to(world.group).start();
    Operation<ConnectNumber> second = move().start();
    world.seconds(20);
    assertThat(second.progress().stage()).isEqualTo(Stage.WAITING_FOR_PREVIOUS);
    assertThat(world.connect.calls(MOVE)).hasSize(1);
    world.seconds(60);
    assertThat(result(first).isAt(world.group)).isTrue();
    assertThat(result(second).isAt(world.other)).isTrue();
    assertThat(world.connect.calls(MOVE)).hasSize(2);
  }

  @Test
  void move_earlierOperationBringsItThere_sendsNothing() {
    world.connect.settlesAfter(ofSeconds(30));
    Operation<ConnectNumber> first = move().start();
    Operation<ConnectNumber> second = move().start();
    world.seconds(60);
    result(first);
    assertThat(result(second).isAt(world.other)).isTrue();
    assertThat(world.connect.calls(MOVE)).hasSize(1);
  }

  @Test
  void move_idUnknown_sendsNothing() {
    Operation<ConnectNumber> move =
        world.numbers.move(PhoneNumberId.of("no-such-id")).to(world.other).start();
    NotFoundException missing = failure(move, NotFoundException.class);
    assertThat(missing.attempts()).isEqualTo(1);
    assertThat(missing.requestId()).isPresent();
    assertThat(world.connect.calls()).extracting(PortCall::operation).containsExactly(DESCRIBE);
  }

  @Test
  void move_lasting503OnTheFirstRead_sendsNothing() {
    world.connect.always(DESCRIBE, Fault.failing(Failing.unavailable()));
    Operation<ConnectNumber> move = move().start();
    world.seconds(120);
    ServiceFailureException failed = failure(move, ServiceFailureException.class);
    assertThat(failed.operation()).isEqualTo(DESCRIBE);
    assertThat(world.connect.calls()).hasSize(4);
    assertThat(world.connect.calls(MOVE)).isEmpty();
  }

  @Test
  void move_busyForLongerThanItIsRepeated_isAConflict() {
    world.connect.settlesAfter(ofHours(1));
    world.connect.shows(number -> Numbers.with(number, NumberStatus.CLAIMED, Optional.empty()));
    world.numbers.move(id).to(world.group).start();
    Operation<ConnectNumber> second = move().start();
    world.seconds(60);
    failure(second, ConflictException.class);
  }

  @Test
  void move_deadlineWhileAnEarlierOperationGoesOn_isStillInProgressWhateverFailedBefore() {
    world.connect.settlesAfter(ofHours(2));
    world.numbers.move(id).to(world.group).start();
    world.fails(DESCRIBE, Failing.unavailable());
    Operation<ConnectNumber> move = move().deadline(ofHours(1)).start();
    world.advance(ofHours(1));
    StillInProgressException still = failure(move, StillInProgressException.class);
    assertThat(still.reason()).isEqualTo(StillInProgressException.Reason.DEADLINE);
  }

  @Test
  void move_looksWhileWaitingAndAfter_areCountedTogether() {
    world.connect.settlesAfter(ofSeconds(60));
    world.numbers.move(id).to(world.group).start();
    Operation<ConnectNumber> move = move().start();
    world.seconds(70);
    assertThat(move.progress().stage()).isEqualTo(Stage.SETTLING);
    int whileWaiting = move.progress().looks();
    world.seconds(5);
    assertThat(move.progress().looks()).isGreaterThan(whileWaiting);
  }

  @Test
  void move_idGivenAsArn_staysTheOneThatIsAskedFor() {
    PhoneNumberId arn =
        PhoneNumberId.of(world.connect.truth(id).orElseThrow().arn().orElseThrow().text());
    Operation<ConnectNumber> move = world.numbers.move(arn).to(world.other).start();
    world.seconds(7);
    result(move);
    assertThat(move.ticket().numberId()).contains(arn);
    assertThat(world.connect.calls()).extracting(PortCall::subject).containsOnly(arn.value());
  }
}

package dev.dialtone;

import static dev.dialtone.testing.InMemoryConnect.ATTACH;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.Stories.Event;
import dev.dialtone.error.FlowNotAttachedException;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.Effect;
import dev.dialtone.testing.PortCall;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever goes wrong in whatever order: never twice, never lost, and what is told is true. */
class InterleavingsTest {
  @Provide
  Arbitrary<List<Event>> stories() {
    return Stories.of(CLAIM, MOVE, DESCRIBE, ATTACH);
  }

  @Property(tries = 2_000)
  void claim_anyStory_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    World world = new World();
    Stories.prepare(world, story);
    Operation<ConnectNumber> claim = world.claim().attachFlow(world.flow).start();
    Stories.tell(world, claim, story);
    assertHonest(world, claim, CLAIM, world.instance);
  }

  @Property(tries = 2_000)
  void move_anyStory_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    World world = new World();
    PhoneNumberId id = world.claimed();
    Stories.prepare(world, story);
    Operation<ConnectNumber> move =
        world.numbers.move(id).to(world.other).attachFlow(world.otherFlow).start();
    Stories.tell(world, move, story);
    assertHonest(world, move, MOVE, world.other);
  }

  private static void assertHonest(
      World world, Operation<ConnectNumber> operation, String name, Target wanted) {
    assertThat(operation.progress().stage().isEnd()).isTrue();
    List<Effect> effects =
        world.connect.effects(name).stream()
            .filter(effect -> effect.token().equals(operation.ticket().id()))
            .toList();
    assertThat(effects).hasSizeLessThanOrEqualTo(1);
    assertThat(world.connect.calls(name))
        .hasSizeLessThanOrEqualTo(4)
        .extracting(PortCall::token)
        .allMatch(operation.ticket().id()::equals);
    Optional<ConnectNumber> truth =
        effects.stream()
            .findFirst()
            .flatMap(effect -> world.connect.truth(PhoneNumberId.of(effect.numberId())));
    try {
      ConnectNumber told = World.result(operation);
      assertThat(told.isAt(wanted)).isTrue();
      assertThat(truth.orElse(told).isAt(wanted)).isTrue();
      assertThat(told.status()).isEqualTo(NumberStatus.CLAIMED);
      assertThat(world.connect.flowOf(told.id())).isPresent();
    } catch (PhoneNumberException failure) {
      Leaks.assertNone(failure);
      boolean wasAccepted =
          world.journal.entries().stream()
              .anyMatch(
                  e ->
                      e.ticket().id().equals(operation.ticket().id()) && e.step() == Step.ACCEPTED);
      assertTrue(failure, truth, wanted, wasAccepted);
      assertThat(failure.ticket())
          .hasValueSatisfying(ticket -> assertThat(ticket.id()).isEqualTo(operation.ticket().id()));
    }
    assertJournal(world, operation, name);
  }

  private static void assertTrue(
      PhoneNumberException failure,
      Optional<ConnectNumber> truth,
      Target wanted,
      boolean wasAccepted) {
    if (failure instanceof OperationFailedException) {
      assertThat(truth.orElseThrow().status()).isEqualTo(NumberStatus.FAILED);
    } else if (failure instanceof FlowNotAttachedException) {
      assertThat(truth.orElseThrow().isAt(wanted)).isTrue();
      assertThat(truth.orElseThrow().status()).isEqualTo(NumberStatus.CLAIMED);
    } else if (!(failure instanceof OutcomeUnknownException
            || failure instanceof StillInProgressException)
        && !wasAccepted) {
      // Any other failure of the call itself says that it had no effect.
      assertThat(truth).as(failure.toString()).isEmpty();
    }
  }

  /** Nothing was sent without an intent, and every story has an end. */
  static void assertJournal(World world, Operation<?> operation, String name) {
    List<Step> steps =
        world.journal.entries().stream()
            .filter(entry -> entry.ticket().id().equals(operation.ticket().id()))
            .map(entry -> entry.step())
            .toList();
    if (!world.connect.calls(name).isEmpty()) {
      assertThat(steps).first().isEqualTo(Step.INTENT);
      assertThat(steps).containsAnyOf(Step.SETTLED, Step.FAILED, Step.ABANDONED);
    }
    // An answer that comes after the end is recorded besides.
    assertThat(steps)
        .filteredOn(step -> step == Step.SETTLED || step == Step.FAILED)
        .hasSizeLessThanOrEqualTo(1);
  }
}

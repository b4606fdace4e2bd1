package dev.dialtone;

import static dev.dialtone.testing.InMemoryConnect.ATTACH;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.DESCRIPTION;
import static dev.dialtone.testing.InMemoryConnect.DETACH;
import static dev.dialtone.testing.InMemoryConnect.FLOW_OF;
import static dev.dialtone.testing.InMemoryConnect.IMPORT;
import static dev.dialtone.testing.InMemoryConnect.RELEASE;
import static dev.dialtone.testing.InMemoryConnect.TAG;
import static dev.dialtone.testing.InMemoryConnect.UNTAG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.Stories.Event;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.Effect;
import dev.dialtone.testing.PortCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/** {@link InterleavingsTest} for what is done to numbers that are there, and for imports. */
class ChangesInterleavingsTest {
  /** So that no read lags behind what was before: "as wanted already" is what a read says. */
  private static final Duration LONG_AGO = Duration.ofHours(1);

  private World world = new World();

  @BeforeTry
  void anew() {
    world = new World();
  }

  @Provide
  Arbitrary<List<Event>> stories() {
    return Stories.of(IMPORT, DESCRIPTION, RELEASE, TAG, UNTAG, ATTACH, DETACH, FLOW_OF, DESCRIBE);
  }

  @Property(tries = 2_000)
  void import_anyStory_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    var source = world.connect.addSource(E164.of("+18005550177"));
    Stories.prepare(world, story);
    Operation<ConnectNumber> started =
        world.numbers.importNumber(source).to(world.instance).start();
    Stories.tell(world, started, story);
    assertHonest(
        started,
        IMPORT,
        () -> truth(started.ticket().numberId().orElseThrow()).isAt(world.instance));
  }

  @Property(tries = 2_000)
  void updateDescription_anyStory_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    PhoneNumberId id = world.claimed();
    Stories.prepare(world, story);
    Operation<ConnectNumber> started = world.numbers.updateDescription(id, "Night line").start();
    Stories.tell(world, started, story);
    assertHonest(
        started,
        DESCRIPTION,
        () -> truth(id).description().filter("Night line"::equals).isPresent());
  }

  @Property(tries = 2_000)
  void release_anyStory_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    PhoneNumberId id = world.claimed();
    Stories.prepare(world, story);
    Operation<?> started = world.numbers.release(id).confirm(World.NUMBER).start();
    Stories.tell(world, started, story);
    assertHonest(started, RELEASE, () -> world.connect.truth(id).isEmpty());
  }

  @Property(tries = 2_000)
  void tag_anyStory_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    PhoneNumberId id = world.claimed();
    Stories.prepare(world, story);
    Operation<ConnectNumber> started = world.numbers.tag(id, Map.of("team", "support")).start();
    Stories.tell(world, started, story);
    assertHonest(started, TAG, () -> truth(id).tags().equals(Map.of("team", "support")));
  }

  @Property(tries = 2_000)
  void attachFlow_anyStory_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    PhoneNumberId id = world.claimed();
    Stories.prepare(world, story);
    Operation<ConnectNumber> started = world.numbers.attachFlow(id, world.flow).start();
    Stories.tell(world, started, story);
    assertHonest(
        started, ATTACH, () -> world.connect.flowOf(id).filter(world.flow::equals).isPresent());
  }

  @Property(tries = 2_000)
  void untag_anyStory_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    PhoneNumberId id = world.claimed();
    world.numbers.tag(id, Map.of("team", "support")).start();
    world.advance(LONG_AGO);
    Stories.prepare(world, story);
    Operation<ConnectNumber> started = world.numbers.untag(id, List.of("team")).start();
    Stories.tell(world, started, story);
    assertHonest(started, UNTAG, () -> truth(id).tags().isEmpty());
  }

  @Property(tries = 2_000)
  void detachFlow_anyStory_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    PhoneNumberId id = world.claimed();
    world.numbers.attachFlow(id, world.flow).start();
    world.advance(LONG_AGO);
    Stories.prepare(world, story);
    Operation<ConnectNumber> started = world.numbers.detachFlow(id).start();
    Stories.tell(world, started, story);
    assertHonest(started, DETACH, () -> world.connect.flowOf(id).isEmpty());
  }

  /** Only what was accepted may end in a failure of looking. */
  private boolean wasAccepted(String token) {
    return world.journal.entries().stream()
        .anyMatch(e -> e.ticket().id().equals(token) && e.step() == Step.ACCEPTED);
  }

  private ConnectNumber truth(PhoneNumberId id) {
    return world.connect.truth(id).orElseThrow();
  }

  private void assertHonest(Operation<?> operation, String name, BooleanSupplier isAsWanted) {
    assertThat(operation.progress().stage().isEnd()).isTrue();
    String token = operation.ticket().id();
    List<Effect> effects =
        world.connect.effects(name).stream()
            .filter(effect -> effect.token().equals(token))
            .toList();
    assertThat(effects).hasSizeLessThanOrEqualTo(1);
    assertThat(world.connect.calls(name))
        .hasSizeLessThanOrEqualTo(4)
        .extracting(PortCall::token)
        .allMatch(token::equals);
    try {
      World.result(operation);
      assertThat(isAsWanted.getAsBoolean()).isTrue();
      assertThat(effects).hasSize(1);
    } catch (PhoneNumberException failure) {
      Leaks.assertNone(failure);
      if (failure instanceof OperationFailedException) {
        assertThat(effects).hasSize(1);
        assertThat(truth(operation.ticket().numberId().orElseThrow()).status())
            .isEqualTo(NumberStatus.FAILED);
      } else if (!(failure instanceof OutcomeUnknownException
          || failure instanceof StillInProgressException
          || wasAccepted(token))) {
        assertThat(effects).as(failure.toString()).isEmpty();
      }
    }
    InterleavingsTest.assertJournal(world, operation, name);
  }
}

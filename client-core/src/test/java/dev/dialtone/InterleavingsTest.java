package dev.dialtone;

import static dev.dialtone.testing.InMemoryConnect.ATTACH;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.MOVE;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.PortCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever goes wrong in whatever order: never twice, never lost, and what is told is true. */
class InterleavingsTest {
  /** Something that happens between the start of an operation and its end. */
  private sealed interface Event {}

  private record GoesWrong(String operation, String name, Fault fault) implements Event {
    @Override
    public String toString() {
      return operation + " " + name;
    }
  }

  private record TimePasses(Duration time) implements Event {}

  private record SettlesAsFailed() implements Event {}

  private record ReadsLag(Duration time) implements Event {}

  private record Cancel() implements Event {}

  @Provide
  Arbitrary<List<Event>> stories() {
    Arbitrary<Duration> times = Arbitraries.longs().between(0, 200_000).map(Duration::ofMillis);
    Arbitrary<Event> faults =
        Combinators.combine(Arbitraries.of(CLAIM, MOVE, DESCRIBE, ATTACH), faultNames(), times)
            .as((operation, name, time) -> new GoesWrong(operation, name, fault(name, time)));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(12, faults),
            net.jqwik.api.Tuple.of(6, times.map(TimePasses::new)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(new SettlesAsFailed())),
            net.jqwik.api.Tuple.of(1, times.map(ReadsLag::new)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(new Cancel())))
        .list()
        .ofMaxSize(14);
  }

  private static Arbitrary<String> faultNames() {
    return Arbitraries.of(
        "none",
        "503",
        "429",
        "429 with Retry-After",
        "403",
        "reply lost",
        "request lost",
        "silent",
        "late",
        "unreadable",
        "unreachable",
        "broken");
  }

  private static Fault fault(String name, Duration time) {
    return switch (name) {
      case "503" -> Fault.failing(Failing.unavailable());
      case "429" -> Fault.failing(Failing.throttled());
      case "429 with Retry-After" -> Fault.failing(Failing.throttled(time));
      case "403" -> Fault.failing(Failing.accessDenied());
      case "reply lost" -> Fault.replyLost();
      case "request lost" -> Fault.requestLost();
      case "silent" -> Fault.silent();
      case "late" -> Fault.late(time);
      case "unreadable" -> Fault.failing(Failing.unreadable());
      case "unreachable" -> Fault.failing(Failing.unreachable());
      case "broken" -> Fault.foreign(new IllegalStateException("broken"));
      default -> Fault.none();
    };
  }

  @Property(tries = 2_000)
  void claim_anyStory_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    World world = new World();
    prepare(world, story);
    Operation<ConnectNumber> claim = world.claim().attachFlow(world.flow).start();
    tell(world, claim, story);
    assertHonest(world, claim, CLAIM, world.instance);
  }

  @Property(tries = 2_000)
  void move_anyStory_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    World world = new World();
    PhoneNumberId id = world.claimed();
    prepare(world, story);
    Operation<ConnectNumber> move =
        world.numbers.move(id).to(world.other).attachFlow(world.otherFlow).start();
    tell(world, move, story);
    assertHonest(world, move, MOVE, world.other);
  }

  /** Faults wait for their call; all else happens in its turn. */
  private static void prepare(World world, List<Event> story) {
    for (Event event : story) {
      if (event instanceof GoesWrong wrong) {
        world.connect.next(wrong.operation(), wrong.fault());
      }
    }
  }

  private static void tell(World world, Operation<?> operation, List<Event> story) {
    for (Event event : story) {
      if (event instanceof TimePasses passes) {
        world.advance(passes.time());
      } else if (event instanceof SettlesAsFailed) {
        world.connect.settleNextAsFailed("Over quota");
      } else if (event instanceof ReadsLag lag) {
        world.connect.readsLagBy(lag.time().dividedBy(2));
      } else if (event instanceof Cancel) {
        operation.cancel();
      }
    }
    // The default deadline is a day from the first byte sent.
    world.advance(Duration.ofHours(25));
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
      assertTrue(failure, truth, wanted);
      assertThat(failure.ticket())
          .hasValueSatisfying(ticket -> assertThat(ticket.id()).isEqualTo(operation.ticket().id()));
    }
    assertJournal(world, operation, name);
  }

  private static void assertTrue(
      PhoneNumberException failure, Optional<ConnectNumber> truth, Target wanted) {
    if (failure instanceof OperationFailedException) {
      assertThat(truth.orElseThrow().status()).isEqualTo(NumberStatus.FAILED);
    } else if (failure instanceof FlowNotAttachedException) {
      assertThat(truth.orElseThrow().isAt(wanted)).isTrue();
      assertThat(truth.orElseThrow().status()).isEqualTo(NumberStatus.CLAIMED);
    } else if (!(failure instanceof OutcomeUnknownException
            || failure instanceof StillInProgressException)
        && !failure.operation().equals(DESCRIBE)) {
      // Any other failure of the call itself says that it had no effect.
      assertThat(truth).as(failure.toString()).isEmpty();
    }
  }

  /** Nothing was sent without an intent, and every story has an end. */
  private static void assertJournal(World world, Operation<?> operation, String name) {
    List<Step> steps =
        world.journal.entries().stream()
            .filter(entry -> entry.ticket().id().equals(operation.ticket().id()))
            .map(entry -> entry.step())
            .toList();
    if (!world.connect.calls(name).isEmpty()) {
      assertThat(steps).first().isEqualTo(Step.INTENT);
      assertThat(steps).containsAnyOf(Step.SETTLED, Step.FAILED, Step.ABANDONED);
    }
    assertThat(steps).filteredOn(Step::isEnd).hasSizeLessThanOrEqualTo(1);
  }
}

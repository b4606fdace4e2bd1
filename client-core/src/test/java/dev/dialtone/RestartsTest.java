package dev.dialtone;

import static dev.dialtone.Processes.NAMED;
import static dev.dialtone.Processes.NUMBER;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.LIST;
import static dev.dialtone.testing.InMemoryConnect.MOVE;
import static dev.dialtone.testing.InMemoryConnect.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.Processes.Client;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.testing.Effect;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.InMemoryChime;
import dev.dialtone.testing.JournalEntries;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;

/** Clients are killed at any moment, and the next ones go on: one effect, an end, an honest one. */
class RestartsTest {
  /** Something that happens to the client that is alive. */
  sealed interface Event {}

  private record GoesWrong(String operation, String name) implements Event {}

  private record TimePasses(Duration time) implements Event {}

  private record KilledAndStarted() implements Event {}

  private Processes world = new Processes();

  @BeforeTry
  void begin() {
    world = new Processes();
  }

  @Provide
  Arbitrary<List<Event>> stories() {
    Arbitrary<Event> faults =
        Combinators.combine(
                Arbitraries.of(
                    CLAIM,
                    MOVE,
                    RELEASE,
                    DESCRIBE,
                    LIST,
                    InMemoryChime.CALLING_NAME,
                    "GetPhoneNumber"),
                Arbitraries.of("reply lost", "request lost", "503", "429", "silent", "none"))
            .as(GoesWrong::new);
    return Arbitraries.frequencyOf(
            Tuple.of(8, faults),
            Tuple.of(
                6,
                Arbitraries.longs()
                    .between(0, 100_000)
                    .map(Duration::ofMillis)
                    .map(TimePasses::new)),
            Tuple.of(5, Arbitraries.just(new KilledAndStarted())))
        .list()
        .ofMaxSize(16);
  }

  @Property(tries = 1_000)
  void claim_anyKills_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    tell(
        story,
        client -> client.numbers.claim(NUMBER).to(world.instance).attachFlow(world.flow).start(),
        () -> owned().anyMatch(number -> number.isAt(world.instance)));
    assertThat(world.connect.effects(CLAIM)).hasSizeLessThanOrEqualTo(1);
  }

  @Property(tries = 1_000)
  void move_anyKills_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    PhoneNumberId id = world.claimed();
    tell(
        story,
        client -> client.numbers.move(id).to(world.other).start(),
        () -> world.connect.truth(id).orElseThrow().isAt(world.other));
    assertThat(world.connect.effects(MOVE)).hasSizeLessThanOrEqualTo(1);
  }

  @Property(tries = 1_000)
  void release_anyKills_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    PhoneNumberId id = world.claimed();
    tell(
        story,
        client -> client.numbers.release(id).confirm(NUMBER).start(),
        () -> world.connect.truth(id).isEmpty());
    assertThat(world.connect.effects(RELEASE)).hasSizeLessThanOrEqualTo(1);
  }

  @Property(tries = 1_000)
  void rename_anyKills_hasOneEffectAndAnHonestEnd(@ForAll("stories") List<Event> story) {
    tell(
        story,
        client -> client.numbers.updateCallingName(NAMED, CallingName.of("ACME")).start(),
        () -> world.chime.truth(NAMED).callingName().filter("ACME"::equals).isPresent());
    assertThat(world.chime.effects()).hasSizeLessThanOrEqualTo(1);
  }

  private java.util.stream.Stream<ConnectNumber> owned() {
    return world.connect.effects(CLAIM).stream()
        .map(Effect::numberId)
        .map(PhoneNumberId::of)
        .flatMap(id -> world.connect.truth(id).stream());
  }

  private void tell(
      List<Event> story, Function<Client, Operation<?>> begin, BooleanSupplier isAsWanted) {
    story.forEach(this::prepare);
    Client alive = world.start();
    Operation<?> operation = begin.apply(alive);
    String token = operation.ticket().id();
    for (Event event : story) {
      if (event instanceof TimePasses passes) {
        world.advance(passes.time());
      } else if (event instanceof KilledAndStarted) {
        alive.kill();
        alive = world.start();
        Answer<List<Operation<?>>> all = alive.numbers.resumeAll();
        world.seconds(31);
        for (Operation<?> resumed : World.result(all)) {
          assertThat(resumed.ticket().id()).isEqualTo(token);
          operation = resumed;
        }
      }
    }
    world.advance(Duration.ofHours(80));
    assertHonest(alive, operation, isAsWanted);
  }

  private void prepare(Event event) {
    if (event instanceof GoesWrong wrong) {
      Fault fault =
          switch (wrong.name()) {
            case "reply lost" -> Fault.replyLost();
            case "request lost" -> Fault.requestLost();
            case "503" -> Fault.failing(Failing.unavailable());
            case "429" -> Fault.failing(Failing.throttled());
            case "silent" -> Fault.silent();
            default -> Fault.none();
          };
      world.connect.next(wrong.operation(), fault);
      world.chime.next(wrong.operation(), fault);
    }
  }

  /** The last client that followed it may have died after the end was written. */
  private void assertHonest(Client alive, Operation<?> operation, BooleanSupplier isAsWanted) {
    assertThat(
            JournalEntries.get(
                world.journal.takeOpen(ticket -> true, "checker", world.timer.now())))
        .isEmpty();
    if (!operation.progress().stage().isEnd()) {
      return; // It was told to a client that is dead.
    }
    try {
      operation.await(Duration.ZERO);
      assertThat(isAsWanted.getAsBoolean()).isTrue();
    } catch (OutcomeUnknownException | StillInProgressException | OperationFailedException open) {
      Leaks.assertNone(open);
    } catch (PhoneNumberException failure) {
      assertThat(isAsWanted.getAsBoolean()).as(failure.toString()).isFalse();
    }
    assertThat(alive.numbers).isNotNull();
  }
}

package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.QuotaGate.Budget;
import dev.dialtone.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ports and gates that break their contract: nothing is ever left hanging. */
@NullUnmarked // A null where none may be is one of the ways to break.
class BrokenPartsTest {
  private final World world = new World();

  static Stream<Fault> broken() {
    return Stream.of(
        Fault.throwing(new IllegalStateException("for +18005550100")),
        Fault.throwing(new NoClassDefFoundError("io/netty/channel/Channel")),
        Fault.foreign(new IllegalStateException("for +18005550100")),
        Fault.foreign(new java.util.concurrent.CancellationException()),
        Fault.answering(null));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void claim_portIsBroken_endsAsUnknownAndTheJournalKeepsIt(Fault fault) {
    world.connect.next(CLAIM, fault);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(600);
    OutcomeUnknownException unknown = failure(claim, OutcomeUnknownException.class);
    assertThat(unknown.ticket()).contains(claim.ticket());
    assertThat(hasEnded(claim)).isTrue();
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ABANDONED);
    world.numbers.close();
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void describe_portIsBroken_endsUnexpectedly(Fault fault) {
    world.connect.next(DESCRIBE, fault);
    Answer<ConnectNumber> answer = world.numbers.describe(PhoneNumberId.of("some-id"));
    world.seconds(600);
    failure(answer, UnexpectedException.class);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void look_portIsBroken_endsAsUnknownWithTheTicket(Fault fault) {
    world.connect.next(DESCRIBE, fault);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(600);
    OutcomeUnknownException unknown = failure(claim, OutcomeUnknownException.class);
    assertThat(unknown.ticket()).contains(claim.ticket());
    assertThat(hasEnded(claim)).isTrue();
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ACCEPTED, Step.ABANDONED);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void secondPage_portIsBroken_endsUnexpectedly(Fault fault) {
    offerTwenty();
    world.connect.next(SEARCH, Fault.none(), fault);
    Answer<List<AvailableNumber>> answer = search(world).first(15);
    world.seconds(600);
    failure(answer, UnexpectedException.class);
  }

  @Test
  void answer_isNull_endsWhateverWasAskedFor() {
    Fault nothing = Fault.answering(CompletableFuture.completedFuture(null));
    offerTwenty();
    world.connect.next(CLAIM, nothing, Fault.none());
    world.connect.next(SEARCH, Fault.none(), nothing);
    world.connect.next(DESCRIBE, nothing, nothing);
    failure(world.numbers.describe(PhoneNumberId.of("some-id")), UnexpectedException.class);
    failure(search(world).first(15), UnexpectedException.class);
    Operation<ConnectNumber> unanswered = world.claim().start();
    assertThat(failure(unanswered, UnexpectedException.class).ticket())
        .contains(unanswered.ticket());
    Operation<ConnectNumber> unseen = world.claim().start();
    world.seconds(2);
    failure(unseen, UnexpectedException.class);
    assertThat(world.journal.steps())
        .containsExactly(Step.INTENT, Step.ABANDONED, Step.INTENT, Step.ACCEPTED, Step.ABANDONED);
    assertThat(hasEnded(unseen)).isTrue();
  }

  @Test
  void secondPage_gateThrows_endsUnexpectedly() {
    World gated = new World(builder -> builder.quotaGate(new BrokenGate(1)));
    gated.connect.offer(twenty());
    Answer<List<AvailableNumber>> answer = search(gated).first(15);
    failure(answer, UnexpectedException.class);
  }

  @Test
  void claim_gateThrows_endsWithoutAnythingSent() {
    World gated = new World(builder -> builder.quotaGate(new BrokenGate(0)));
    Operation<ConnectNumber> claim = gated.claim().start();
    failure(claim, PhoneNumberException.class);
    assertThat(hasEnded(claim)).isTrue();
    assertThat(gated.connect.calls()).isEmpty();
  }

  @Test
  void look_gateThrows_endsByTheDeadlineAtTheLatest() {
    World gated = new World(builder -> builder.quotaGate(new BrokenGate(1)));
    Operation<ConnectNumber> claim = gated.claim().start();
    gated.advance(Duration.ofHours(24));
    StillInProgressException still = failure(claim, StillInProgressException.class);
    assertThat(still.reason()).isEqualTo(StillInProgressException.Reason.DEADLINE);
    assertThat(still.ticket()).contains(claim.ticket());
  }

  static Stream<Supplier<Optional<Budget>>> nonsense() {
    return Stream.of(
        () -> {
          throw new IllegalStateException("budget");
        },
        () -> null,
        () -> Optional.of(new Budget(0, 0)),
        () -> Optional.of(new Budget(-1, -1)),
        () -> Optional.of(new Budget(Double.NaN, 5)),
        () -> Optional.of(new Budget(Double.MIN_VALUE, 5)),
        () -> Optional.of(new Budget(Double.POSITIVE_INFINITY, 5)));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void looks_gateTellsNonsense_goOnAllTheSame(Supplier<Optional<Budget>> budget) {
    World gated = new World(builder -> builder.quotaGate(new StrangeGate(budget)));
    gated.connect.lists(number -> number.status().equals(NumberStatus.CLAIMED));
    gated.connect.offer(twenty());
    List<Operation<ConnectNumber>> claims = new ArrayList<>();
    for (E164 number : twenty()) {
      gated.connect.settlesAfter(Duration.ofSeconds(claims.size()));
      claims.add(gated.numbers.claim(number).to(gated.instance).start());
    }
    gated.seconds(30);
    assertThat(claims).allSatisfy(World::result);
    assertThat(gated.connect.calls().size()).isLessThan(500);
    assertThat(gated.timer.pending()).isZero();
  }

  private void offerTwenty() {
    world.connect.offer(twenty());
  }

  private static E164[] twenty() {
    return IntStream.range(0, 20)
        .mapToObj(i -> E164.of("+1877555" + (1000 + i)))
        .toArray(E164[]::new);
  }

  private static SearchRequest search(World world) {
    return world
        .numbers
        .search(CountryCode.of("US"), NumberType.TOLL_FREE)
        .offeredTo(world.instance);
  }

  /** Grants all, and says this of it. */
  private record StrangeGate(Supplier<Optional<Budget>> budget) implements QuotaGate {
    @Override
    public Reservation reserve(Key key, Priority priority, Runnable granted) {
      granted.run();
      return () -> {};
    }

    @Override
    public void throttled(Key key, Optional<Duration> retryAfter) {}

    @Override
    public Optional<Budget> budget(Key key) {
      return budget.get();
    }
  }

  /** Grants some, then throws. */
  private static final class BrokenGate implements QuotaGate {
    private int left;

    BrokenGate(int grants) {
      left = grants;
    }

    @Override
    public Reservation reserve(Key key, Priority priority, Runnable granted) {
      if (left-- <= 0) {
        throw new IllegalStateException("gate");
      }
      granted.run();
      return () -> {};
    }

    @Override
    public void throttled(Key key, Optional<Duration> retryAfter) {}
  }
}

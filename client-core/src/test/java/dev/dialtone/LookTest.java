package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.AccessDeniedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.PortCall;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A look that fails says nothing of the operation. */
class LookTest {
  private final World world = new World();

  static Stream<Fault> passing() {
    return Stream.of(
        Fault.failing(Failing.unavailable()),
        Fault.failing(Failing.throttled()),
        Fault.failing(Failing.unreachable()),
        Fault.replyLost(),
        Fault.silent());
  }

  @ParameterizedTest
  @MethodSource("passing")
  void look_failsInPassingForAnHour_goesOnUntilItIsAnswered(Fault fault) {
    world.connect.always(DESCRIBE, fault);
    Operation<ConnectNumber> claim = world.claim().start();
    world.advance(ofHours(1));
    assertThat(hasEnded(claim)).isFalse();
    assertThat(world.connect.calls(DESCRIBE)).hasSizeBetween(20, 100);
    world.connect.always(DESCRIBE, Fault.none());
    world.advance(ofSeconds(400));
    result(claim);
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
  }

  @Test
  void look_failsAgainAndAgain_isRepeatedMoreAndMoreSlowly() {
    world.connect.always(DESCRIBE, Fault.failing(Failing.unavailable()));
    world.claim().start();
    world.seconds(60);
    assertThat(world.connect.calls(DESCRIBE).stream().map(look -> look.at().toMillis()))
        .containsExactly(500L, 1_500L, 3_500L, 7_500L, 15_500L, 31_500L, 51_500L);
  }

  @Test
  void look_accessDenied_endsWithTheActionToAllowAndTheTicket() {
    world.connect.always(DESCRIBE, Fault.failing(Failing.accessDenied()));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(2);
    AccessDeniedException denied = failure(claim, AccessDeniedException.class);
    assertThat(denied.iamAction()).isEqualTo("connect:DescribePhoneNumber");
    assertThat(denied.ticket()).contains(claim.ticket());
    assertThat(denied).hasMessageContaining("was accepted");
    assertThat(claim.ticket().numberId()).isPresent();
    assertThat(world.connect.calls(DESCRIBE)).hasSize(1);
    assertThat(world.journal.steps()).endsWith(Step.ABANDONED);
  }

  @Test
  void look_unreadableFourTimesInARow_isAnUnknownOutcome() {
    world.connect.always(DESCRIBE, Fault.failing(Failing.unreadable()));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(120);
    OutcomeUnknownException unknown = failure(claim, OutcomeUnknownException.class);
    assertThat(unknown).hasMessageContaining("was accepted").hasMessageContaining("200");
    assertThat(unknown.ticket()).contains(claim.ticket());
    assertThat(world.connect.calls(DESCRIBE)).hasSize(4);
  }

  @Test
  void look_failingWhenTheDeadlineIsOver_isTheCauseThatIsTold() {
    world.connect.always(DESCRIBE, Fault.failing(Failing.unreachable()));
    Operation<ConnectNumber> claim = world.claim().deadline(ofSeconds(60)).start();
    world.seconds(60);
    StillInProgressException still = failure(claim, StillInProgressException.class);
    assertThat(still).hasRootCauseMessage("Connection refused");
  }

  @Test
  void look_unreadableThreeTimes_goesOn() {
    Fault unreadable = Fault.failing(Failing.unreadable());
    world.connect.settlesAfter(ofSeconds(60));
    world.connect.next(DESCRIBE, unreadable, unreadable, unreadable, Fault.none());
    world.connect.next(DESCRIBE, unreadable, unreadable, unreadable);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(120);
    result(claim);
  }

  @Test
  void look_throttledWithRetryAfter_isNotRepeatedBefore() {
    world.fails(DESCRIBE, Failing.throttled(ofSeconds(40)));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(60);
    result(claim);
    List<Duration> at = world.connect.calls(DESCRIBE).stream().map(PortCall::at).toList();
    assertThat(at.get(1).minus(at.get(0))).isGreaterThanOrEqualTo(ofSeconds(40));
  }

  @Test
  void look_itsTimeOut_isTheCallsOrWhatIsLeft() {
    world.connect.settlesAfter(ofHours(1));
    world.claim().deadline(ofSeconds(10)).start();
    world.seconds(10);
    assertThat(world.connect.calls(DESCRIBE))
        .allSatisfy(
            look -> assertThat(look.call().timeout()).isEqualTo(ofSeconds(10).minus(look.at())));
    World another = new World(builder -> builder.callTimeout(ofSeconds(3)));
    another.claim().start();
    another.seconds(7);
    assertThat(another.connect.calls())
        .extracting(call -> call.call().timeout())
        .containsOnly(ofSeconds(3));
  }

  @Test
  void progress_whileSettling_tellsLooksStatusAndTheNextLook() {
    world.connect.settlesAfter(ofHours(1));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(100);
    Progress progress = claim.progress();
    assertThat(progress.looks()).isEqualTo(world.connect.calls(DESCRIBE).size());
    assertThat(progress.lastStatus()).contains("IN_PROGRESS");
    assertThat(progress.nextLook())
        .hasValueSatisfying(
            next ->
                assertThat(next).isBetween(world.timer.now(), world.timer.now().plusSeconds(11)));
    assertThat(claim.toString()).contains("SETTLING", claim.ticket().id());
    Leaks.assertNone(claim.toString());
    Leaks.assertNone(progress.toString());
  }
}

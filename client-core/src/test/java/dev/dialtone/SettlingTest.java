package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.Target;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.PortCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a claim is looked at, how often, and what counts as settled. */
class SettlingTest {
  private final World world = new World();

  @Test
  void settle_twoHoursInProgress_takesNoTimeAndFewLooks() {
    long began = System.nanoTime();
    world.connect.settlesAfter(ofHours(2));
    Operation<ConnectNumber> claim = world.claim().start();
    world.advance(ofHours(1));
    int afterAnHour = world.connect.calls(DESCRIBE).size();
    world.advance(ofHours(2));
    result(claim);
    assertThat(world.connect.calls(DESCRIBE).size()).isBetween(60, 100);
    assertThat(afterAnHour).isGreaterThan(world.connect.calls(DESCRIBE).size() * 2 / 3);
    assertThat(ofMillis((System.nanoTime() - began) / 1_000_000)).isLessThan(ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 10, 11, 29, 60, 100, 601, 1_800, 2_999, 5_000, 7_200, 40_000})
  void settle_afterSomeSeconds_isReportedWithinATenthOfThat(int seconds) {
    world.connect.settlesAfter(ofSeconds(seconds));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(seconds - 1);
    assertThat(hasEnded(claim)).isFalse();
    world.seconds(1 + Math.min(300, Math.max(1, seconds / 10 + 1)));
    result(claim);
  }

  @Test
  void settle_alone_takesAtMostHalfOfTheDefaultBudget() {
    world.connect.settlesAfter(ofHours(1));
    Operation<ConnectNumber> claim = world.claim().start();
    world.advance(ofHours(2));
    result(claim);
    List<Duration> looks = world.connect.calls(DESCRIBE).stream().map(PortCall::at).toList();
    for (Duration from : looks) {
      Duration to = from.plusSeconds(10);
      assertThat(looks)
          .filteredOn(at -> at.compareTo(from) >= 0 && at.compareTo(to) < 0)
          .hasSizeLessThanOrEqualTo(10);
    }
  }

  @Test
  void settle_failed_saysWhyAndHowLongTheNumberIsKept() {
    world.connect.settleNextAsFailed("Your request exceeds the limit for +1 (800) 555-0100");
    Instant began = world.timer.now();
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(60);
    OperationFailedException failed = failure(claim, OperationFailedException.class);
    assertThat(failed.statusMessage()).isEqualTo("Your request exceeds the limit for *******0100");
    // The last look that saw it in progress was at 4.5 s.
    assertThat(failed.retryableUntil()).contains(began.plusMillis(4_500).plus(ofHours(24)));
    assertThat(failed).hasMessageContaining("do not release it");
    assertThat(failed.retryable()).isFalse();
    assertThat(world.journal.steps()).endsWith(Step.FAILED);
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
  }

  @Test
  void settle_failedAndNeverSeenInProgress_isConfirmedFirst() {
    world.connect.settlesAfter(Duration.ZERO);
    world.connect.settleNextAsFailed("Over quota");
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(3);
    assertThat(claim.progress().lastStatus()).contains("FAILED from before");
    world.seconds(2);
    assertThat(failure(claim, OperationFailedException.class).statusMessage())
        .isEqualTo("Over quota");
  }

  @Test
  void settle_targetFull_isAFailureAndNotAnException() {
    Target.Instance full = world.connect.addInstance(0);
    Operation<ConnectNumber> claim = world.numbers.claim(World.NUMBER).to(full).start();
    world.seconds(60);
    assertThat(failure(claim, OperationFailedException.class).statusMessage())
        .contains("exceeds the limit");
  }

  @Test
  void settle_notVisibleYet_isWaitedFor() {
    world.connect.readsLagBy(ofSeconds(90));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(85);
    assertThat(claim.progress().lastStatus()).contains("not visible yet");
    world.seconds(60);
    assertThat(result(claim).status()).isEqualTo(NumberStatus.CLAIMED);
  }

  @Test
  void settle_neverVisible_isAnUnknownOutcomeAfterTwoMinutes() {
    world.connect.readsLagBy(ofHours(100));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(119);
    assertThat(hasEnded(claim)).isFalse();
    world.seconds(16);
    OutcomeUnknownException unknown = failure(claim, OutcomeUnknownException.class);
    assertThat(unknown.ticket()).contains(claim.ticket());
    assertThat(unknown).hasMessageContaining("2 minutes");
    assertThat(world.journal.steps()).endsWith(Step.ABANDONED);
  }

  @Test
  void settle_statusUnknown_isShownAfterTenMinutesAndNeverSuccess() {
    world.connect.shows(shown(number -> NumberStatus.of("PORTING_OUT"), Optional.empty()));
    Operation<ConnectNumber> claim = world.claim().start();
    world.advance(ofMinutes(9));
    assertThat(hasEnded(claim)).isFalse();
    assertThat(claim.progress().lastStatus()).contains("PORTING_OUT");
    world.advance(ofMinutes(3));
    UnexpectedException strange = failure(claim, UnexpectedException.class);
    assertThat(strange).hasMessageContaining("PORTING_OUT");
  }

  @Test
  void settle_statusUnknownForAWhile_maySettleYet() {
    world.connect.shows(shown(number -> NumberStatus.of("PORTING_OUT"), Optional.empty()));
    Operation<ConnectNumber> claim = world.claim().start();
    world.advance(ofMinutes(8));
    world.connect.shows(UnaryOperator.identity());
    world.advance(ofMinutes(2));
    result(claim);
  }

  @Test
  void settle_anotherNumberUnderTheId_isNeverSuccess() {
    world.connect.shows(number -> withNumber(number, E164.of("+18005550111")));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(60);
    assertThat(failure(claim, UnexpectedException.class))
        .hasMessageContaining("another number, *******0111");
  }

  @Test
  void settle_claimedAtAnotherTarget_isNeverSuccess() {
    world.connect.shows(shown(ConnectNumber::status, Optional.of(world.other)));
    Operation<ConnectNumber> claim = world.claim().start();
    world.advance(ofHours(3));
    assertThat(hasEnded(claim)).isFalse();
    assertThat(claim.progress().lastStatus())
        .hasValueSatisfying(seen -> assertThat(seen).startsWith("CLAIMED at"));
  }

  @Test
  void settle_targetNamedByBareId_isRecognisedByTheServicesArn() {
    Operation<ConnectNumber> claim =
        world.numbers.claim(World.NUMBER).to(Target.instance(world.instance.id())).start();
    world.seconds(7);
    assertThat(result(claim).isAt(world.instance)).isTrue();
  }

  private static UnaryOperator<ConnectNumber> shown(
      java.util.function.Function<ConnectNumber, NumberStatus> status, Optional<Target> target) {
    return number ->
        new ConnectNumber(
            number.id(),
            number.arn(),
            number.number(),
            number.country(),
            number.type(),
            status.apply(number),
            number.statusMessage(),
            target.or(number::target),
            number.description(),
            number.tags(),
            number.sourceArn());
  }

  private static ConnectNumber withNumber(ConnectNumber number, E164 other) {
    return new ConnectNumber(
        number.id(),
        number.arn(),
        other,
        number.country(),
        number.type(),
        number.status(),
        number.statusMessage(),
        number.target(),
        number.description(),
        number.tags(),
        number.sourceArn());
  }
}

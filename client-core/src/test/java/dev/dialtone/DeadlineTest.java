package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.ATTACH;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dialtone.error.FlowNotAttachedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.error.ThrottledException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.Hold;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private final World world = new World();

  @Test
  void deadline_whileSettling_stopsTheLooking() {
    world.connect.settlesAfter(ofHours(5));
    Operation<ConnectNumber> claim = world.claim().deadline(ofMinutes(10)).start();
    world.seconds(599);
    assertThat(hasEnded(claim)).isFalse();
    world.seconds(1);
    StillInProgressException still = failure(claim, StillInProgressException.class);
    assertThat(still.reason()).isEqualTo(Reason.DEADLINE);
    assertThat(still.ticket()).contains(claim.ticket());
    assertThat(claim.ticket().deadline()).contains(claim.ticket().startedAt().plusSeconds(600));
    assertThat(claim.progress().stage()).isEqualTo(Stage.STOPPED);
    int looks = world.connect.calls(DESCRIBE).size();
    world.advance(ofHours(10));
    assertThat(world.connect.calls(DESCRIBE)).hasSize(looks);
    assertThat(world.timer.pending()).isZero();
    assertThat(world.journal.steps()).endsWith(Step.ABANDONED);
  }

  @Test
  void deadline_ofTheCallers_countsFromTheStartEvenWithoutQuota() {
    World busy = new World(builder -> builder.quotaGate(new GateThatTellsNothing()));
    Operation<ConnectNumber> claim = busy.claim().deadline(ofSeconds(30)).start();
    busy.seconds(29);
    assertThat(claim.progress().stage()).isEqualTo(Stage.WAITING_FOR_QUOTA);
    busy.seconds(1);
    StillInProgressException still = failure(claim, StillInProgressException.class);
    assertThat(still.reason()).isEqualTo(Reason.DEADLINE);
    assertThat(still.attempts()).isZero();
    assertThat(still).hasMessageContaining("nothing sent");
    busy.advance(ofHours(2));
    assertThat(busy.connect.calls(CLAIM)).isEmpty();
  }

  /** Never grants anything. */
  private static final class GateThatTellsNothing implements QuotaGate {
    @Override
    public Reservation reserve(Key key, Priority priority, Runnable granted) {
      return () -> {};
    }

    @Override
    public void throttled(Key key, Optional<Duration> retryAfter) {}
  }

  @Test
  void deadline_soonerThanTheQuotaAllows_isToldAtOnce() {
    World busy = new World(builder -> builder.quota(Quota.of(0.1, 1)));
    busy.claim().start();
    busy.numbers.describe(PhoneNumberId.of("0a1b2c3d-0000-4000-8000-000000000000"));
    for (int i = 0; i < 3; i++) {
      busy.numbers.claim(E164.of("+1800555020" + i)).to(busy.instance).start();
    }
    Operation<ConnectNumber> claim = busy.claim().deadline(ofSeconds(35)).start();
    StillInProgressException still = failure(claim, StillInProgressException.class);
    assertThat(still.reason()).isEqualTo(Reason.DEADLINE);
    assertThat(still.attempts()).isZero();
    assertThat(still)
        .hasMessageContaining("waiting for quota (at least 40 s more, beyond its deadline)")
        .hasMessageContaining("nothing was changed");
    assertThat(busy.journal.steps()).endsWith(Step.FAILED);
    Operation<ConnectNumber> patient = busy.claim().deadline(ofSeconds(41)).start();
    busy.seconds(40);
    assertThat(busy.connect.calls(CLAIM)).hasSize(5);
    assertThat(patient.progress().attempts()).isEqualTo(1);
  }

  @Test
  void deadlines_ofMany_endEachInItsTimeByOneWaitOfTheTimer() {
    World busy = new World(builder -> builder.quotaGate(new GateThatTellsNothing()));
    busy.claim().start();
    int pending = busy.timer.pending();
    List<Operation<ConnectNumber>> claims =
        IntStream.range(0, 100)
            .mapToObj(i -> busy.claim().deadline(ofSeconds(1 + i * 37 % 100)).start())
            .toList();
    assertThat(busy.timer.pending()).isEqualTo(pending + 1);
    for (int second = 1; second <= 100; second++) {
      busy.seconds(1);
      assertThat(claims).filteredOn(World::hasEnded).hasSize(second);
    }
    assertThat(busy.timer.pending()).isEqualTo(pending);
  }

  @Test
  void deadline_byDefault_isADayFromTheFirstByteSent() {
    World busy = new World(builder -> builder.quota(Quota.of(0.0001, 1)));
    busy.connect.settlesAfter(ofHours(1_000));
    busy.claim().start();
    Operation<ConnectNumber> second = busy.numbers.claim(World.NUMBER).to(busy.instance).start();
    Duration sent = ofSeconds(10_000);
    busy.advance(sent);
    assertThat(busy.connect.calls(CLAIM)).hasSize(2);
    assertThat(hasEnded(second)).isTrue();
    World calm = new World();
    calm.connect.settlesAfter(ofHours(1_000));
    Operation<ConnectNumber> claim = calm.claim().start();
    calm.advance(ofHours(24).minusSeconds(1));
    assertThat(hasEnded(claim)).isFalse();
    calm.seconds(1);
    assertThat(failure(claim, StillInProgressException.class).reason()).isEqualTo(Reason.DEADLINE);
    assertThat(claim.ticket().deadline()).isEmpty();
  }

  @Test
  void deadline_byDefault_isNotUsedUpByWaitingForQuota() {
    World busy = new World(builder -> builder.quota(Quota.of(1.0 / ofHours(30).toSeconds(), 1)));
    busy.connect.offer(E164.of("+18005550101"));
    busy.claim().start();
    Operation<ConnectNumber> claim =
        busy.numbers.claim(E164.of("+18005550101")).to(busy.instance).start();
    busy.advance(ofHours(30).plusSeconds(1));
    assertThat(busy.connect.calls(CLAIM)).hasSize(2);
    busy.advance(ofHours(23));
    assertThat(hasEnded(claim)).isFalse();
    busy.advance(ofHours(1));
    assertThat(hasEnded(claim)).isTrue();
  }

  @Test
  void deadline_whileTheClaimIsUnanswered_isAnUnknownOutcome() {
    var hold = new Hold();
    world.connect.next(CLAIM, hold);
    Operation<ConnectNumber> claim = world.claim().deadline(ofSeconds(5)).start();
    world.seconds(5);
    OutcomeUnknownException unknown = failure(claim, OutcomeUnknownException.class);
    assertThat(unknown.attempts()).isEqualTo(1);
    assertThat(unknown).hasMessageContaining("no answer yet");
    hold.release();
    assertThat(world.journal.steps())
        .containsExactly(Step.INTENT, Step.ABANDONED, Step.ACCEPTED, Step.ABANDONED);
    assertThat(claim.ticket().numberId()).isPresent();
  }

  @Test
  void deadline_beforeARepeatOfWhatMayHaveActed_isAnUnknownOutcome() {
    world.connect.always(CLAIM, Fault.silent());
    Operation<ConnectNumber> claim = world.claim().deadline(ofSeconds(40)).start();
    world.seconds(41);
    failure(claim, OutcomeUnknownException.class);
    int sent = world.connect.calls(CLAIM).size();
    world.seconds(600);
    assertThat(world.connect.calls(CLAIM)).hasSize(sent);
    assertThat(world.connect.calls(CLAIM))
        .allSatisfy(
            call ->
                assertThat(call.at().plus(call.call().timeout()))
                    .isLessThanOrEqualTo(ofSeconds(40)));
  }

  @Test
  void deadline_beforeARepeatOfWhatWasRefused_saysWhy() {
    World busy = new World(builder -> builder.quota(Quota.of(0.01, 1)));
    busy.fails(CLAIM, Failing.throttled());
    Operation<ConnectNumber> claim = busy.claim().deadline(ofSeconds(30)).start();
    busy.seconds(30);
    assertThat(failure(claim, ThrottledException.class).attempts()).isEqualTo(1);
  }

  @Test
  void deadline_whileTheFlowIsAttached_saysThatOnlyTheFlowIsMissing() {
    world.connect.next(ATTACH, new Hold());
    Operation<ConnectNumber> claim =
        world.claim().attachFlow(world.flow).deadline(ofSeconds(20)).start();
    world.seconds(20);
    FlowNotAttachedException missing = failure(claim, FlowNotAttachedException.class);
    assertThat(missing.numberId()).isEqualTo(claim.ticket().numberId().orElseThrow());
    assertThat(missing).hasMessageContaining("no answer in time");
  }

  @Test
  void deadline_longerThanTheClock_isFine() {
    Operation<ConnectNumber> claim =
        world.claim().deadline(Duration.ofSeconds(Long.MAX_VALUE / 4_000_000_000L)).start();
    world.seconds(10);
    result(claim);
  }

  @Test
  void deadline_notAboveZero_isRefusedAtOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> world.claim().deadline(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> world.claim().deadline(ofSeconds(-1)));
  }
}

package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.Stage;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.Failing;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CancelTest {
  private static final E164 NEXT = E164.of("+18005550101");

  private final World world = new World();

  @Test
  void cancel_whileWaitingForQuota_sendsNothingAndLetsTheNextGo() {
    World busy = new World(builder -> builder.quota(Quota.of(0.1, 1)));
    busy.connect.offer(NEXT);
    busy.claim().start();
    Operation<ConnectNumber> waiting = busy.claim().start();
    Operation<ConnectNumber> behind = busy.numbers.claim(NEXT).to(busy.instance).start();
    waiting.cancel();
    StillInProgressException cancelled = cancelled(waiting);
    assertThat(cancelled.attempts()).isZero();
    // It ended without effect: nobody may take it up again.
    assertThat(busy.journal.entries())
        .last()
        .satisfies(
            entry -> {
              assertThat(entry.ticket()).isEqualTo(waiting.ticket());
              assertThat(entry.step()).isEqualTo(Step.FAILED);
            });
    assertThat(waiting.progress().stage()).isEqualTo(Stage.STOPPED);
    busy.seconds(10);
    assertThat(behind.progress().attempts()).isEqualTo(1);
    busy.seconds(100);
    result(behind);
    assertThat(busy.connect.calls(CLAIM)).hasSize(2);
  }

  @Test
  void cancel_whileTheIntentIsWritten_sendsNothing() {
    var written = new CompletableFuture<Void>();
    world.journal.on(Step.INTENT, () -> written);
    Operation<ConnectNumber> claim = world.claim().start();
    claim.cancel();
    written.completeExceptionally(new IllegalStateException("too late"));
    world.seconds(60);
    cancelled(claim);
    assertThat(claim.progress().stage()).isEqualTo(Stage.STOPPED);
    assertThat(world.connect.calls()).isEmpty();
  }

  @Test
  void cancel_beforeARepeat_sendsNothingMore() {
    world.fails(CLAIM, Failing.throttled(java.time.Duration.ofSeconds(5)));
    Operation<ConnectNumber> claim = world.claim().start();
    assertThat(claim.progress().stage()).isEqualTo(Stage.WAITING_TO_REPEAT);
    claim.cancel();
    world.seconds(600);
    cancelled(claim);
    assertThat(world.connect.calls()).hasSize(1);
    assertThat(world.timer.pending()).isZero();
  }

  @Test
  void cancel_whileSettling_makesNoMoreLooks() {
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(3);
    int looks = world.connect.calls(DESCRIBE).size();
    claim.cancel();
    world.seconds(600);
    StillInProgressException cancelled = cancelled(claim);
    assertThat(cancelled).hasMessageContaining("IN_PROGRESS (" + looks + " looks)");
    assertThat(world.connect.calls(DESCRIBE)).hasSize(looks);
  }

  @Test
  void cancel_whileALookWaitsForQuota_letsTheNextBeLookedAt() {
    World busy = new World(builder -> builder.quota(Quota.of(0.1, 2)));
    busy.connect.settlesAfter(java.time.Duration.ofHours(1));
    busy.connect.offer(NEXT);
    Operation<ConnectNumber> first = busy.claim().start();
    Operation<ConnectNumber> second = busy.numbers.claim(NEXT).to(busy.instance).start();
    busy.seconds(5);
    // Both were looked at, both are due again, and the next permit comes at 10 seconds.
    assertThat(busy.connect.calls(DESCRIBE)).hasSize(2);
    first.cancel();
    busy.seconds(10);
    assertThat(busy.connect.calls(DESCRIBE)).hasSize(3);
    assertThat(second.progress().looks()).isEqualTo(2);
    second.cancel();
    busy.seconds(100);
    assertThat(busy.connect.calls(DESCRIBE)).hasSize(3);
  }

  @Test
  void cancel_ofTheFuture_cancelsTheOperation() {
    Operation<ConnectNumber> claim = world.claim().start();
    CompletableFuture<ConnectNumber> future = claim.toFuture();
    assertThat(future.cancel(true)).isTrue();
    cancelled(claim);
    assertThat(catchThrowable(future::join))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            StillInProgressException.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.CANCELLED));
    assertThat(future.cancel(true)).isFalse();
  }

  @Test
  void cancel_ofADependentStage_doesNothing() {
    Operation<ConnectNumber> claim = world.claim().start();
    CompletableFuture<String> dependent = claim.toFuture().thenApply(ConnectNumber::toString);
    assertThat(dependent.cancel(true)).isTrue();
    assertThat(hasEnded(claim)).isFalse();
    world.seconds(10);
    result(claim);
  }

  @Test
  void cancel_afterTheEnd_doesNothing() {
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(10);
    ConnectNumber number = result(claim);
    List<Step> steps = world.journal.steps();
    claim.cancel();
    assertThat(claim.toFuture().cancel(true)).isFalse();
    assertThat(result(claim)).isSameAs(number);
    assertThat(world.journal.steps()).isEqualTo(steps);
    assertThat(claim.progress().stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void cancel_twice_isOnce() {
    Operation<ConnectNumber> claim = world.claim().start();
    claim.cancel();
    claim.cancel();
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ACCEPTED, Step.ABANDONED);
  }

  static StillInProgressException cancelled(Operation<?> operation) {
    StillInProgressException failure = failure(operation, StillInProgressException.class);
    assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(failure.ticket())
        .hasValueSatisfying(ticket -> assertThat(ticket.id()).isEqualTo(operation.ticket().id()));
    return failure;
  }
}

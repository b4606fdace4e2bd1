package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dialtone.error.NumberTakenException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AwaitTest {
  private final World world = new World();

  @Test
  void await_operationEndsInTime_givesTheResult() throws InterruptedException {
    Operation<ConnectNumber> claim = world.claim().start();
    var waiter = Waiter.on(world, claim, ofMinutes(2));
    world.seconds(10);
    assertThat(waiter.outcome()).isInstanceOf(ConnectNumber.class);
  }

  @Test
  void await_patienceIsOver_operationGoesOnAndCanBeAwaitedAgain() throws InterruptedException {
    world.connect.settlesAfter(ofHours(1));
    Operation<ConnectNumber> claim = world.claim().start();
    var waiter = Waiter.on(world, claim, ofMinutes(2));
    world.seconds(119);
    assertThat(waiter.thread.isAlive()).isTrue();
    world.seconds(1);
    StillInProgressException still = (StillInProgressException) waiter.outcome();
    assertThat(still.reason()).isEqualTo(Reason.PATIENCE);
    assertThat(still.ticket()).contains(claim.ticket());
    assertThat(still.elapsed()).isEqualTo(ofMinutes(2));
    assertThat(still.getMessage())
        .matches("claim of \\*{7}0100 still IN_PROGRESS \\(\\d+ looks\\) after 2 minutes; .*");
    Leaks.assertNone(still);
    var again = Waiter.on(world, claim, ofHours(2));
    world.advance(ofHours(2));
    assertThat(again.outcome()).isInstanceOf(ConnectNumber.class);
  }

  @Test
  void await_interrupted_restoresTheFlagAndTheOperationGoesOn() throws InterruptedException {
    Operation<ConnectNumber> claim = world.claim().start();
    var waiter = Waiter.on(world, claim, ofMinutes(2));
    waiter.thread.interrupt();
    StillInProgressException still = (StillInProgressException) waiter.outcome();
    assertThat(still.reason()).isEqualTo(Reason.INTERRUPTED);
    assertThat(waiter.flag).isTrue();
    world.seconds(10);
    result(claim);
    assertThat(world.timer.pending()).isZero();
  }

  @Test
  void await_afterTheEnd_returnsAtOnceWhateverThePatience() {
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(10);
    assertThat(claim.await(ofHours(100))).isEqualTo(claim.await(ofSeconds(-1)));
    Thread.currentThread().interrupt();
    assertThat(claim.await(Duration.ZERO)).isNotNull();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void await_noPatience_isRefusedAtOnceWhileItGoesOn() {
    Operation<ConnectNumber> claim = world.claim().start();
    assertThat(failure(claim, StillInProgressException.class).reason()).isEqualTo(Reason.PATIENCE);
  }

  @Test
  void await_failedLongAgo_showsTheCallersOwnLine() {
    Operation<ConnectNumber> claim =
        world.numbers.claim(E164.of("+18005550166")).to(world.instance).start();
    for (int i = 0; i < 50; i++) {
      NumberTakenException taken = failure(claim, NumberTakenException.class);
      assertThat(taken.getSuppressed()).hasSizeBetween(1, 4);
      assertThat(taken.getSuppressed()[0].getStackTrace())
          .anySatisfy(frame -> assertThat(frame.getClassName()).contains("World"));
    }
  }

  @Test
  void toFuture_operationFails_failsWithTheSame() {
    Operation<ConnectNumber> claim =
        world.numbers.claim(E164.of("+18005550166")).to(world.instance).start();
    CompletableFuture<String> dependent = claim.toFuture().thenApply(ConnectNumber::toString);
    assertThat(catchThrowable(dependent::join))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(NumberTakenException.class);
  }

  @Test
  void toFuture_completedByTheCaller_hasNoEffectOnTheOperation() {
    Operation<ConnectNumber> claim = world.claim().start();
    CompletableFuture<ConnectNumber> mine = claim.toFuture();
    mine.completeExceptionally(new IllegalStateException("mine"));
    CompletableFuture<ConnectNumber> another = claim.toFuture();
    world.seconds(10);
    assertThat(another).isCompleted();
    result(claim);
  }

  @Test
  void toFuture_dependentStages_runOnTheExecutorAndNowhereElse() {
    Queue<Runnable> later = new ArrayDeque<>();
    World slow = new World(builder -> builder.executor(later::add));
    Operation<ConnectNumber> claim = slow.claim().start();
    var ran = new AtomicReference<ConnectNumber>();
    CompletableFuture<Void> dependent = claim.toFuture().thenAccept(ran::set);
    slow.seconds(10);
    assertThat(dependent).isNotDone();
    // A blocked executor does not keep await from its answer.
    ConnectNumber number = result(claim);
    while (!later.isEmpty()) {
      later.remove().run();
    }
    assertThat(ran).hasValue(number);
  }

  @Test
  void toFuture_executorShutDown_endsAllTheSame() {
    World refusing =
        new World(
            builder ->
                builder.executor(
                    task -> {
                      throw new java.util.concurrent.RejectedExecutionException("shut down");
                    }));
    Operation<ConnectNumber> claim = refusing.claim().start();
    CompletableFuture<ConnectNumber> future = claim.toFuture();
    refusing.seconds(10);
    assertThat(future).succeedsWithin(ofSeconds(10));
  }

  /** A thread that awaits, while the test's own thread drives the time. */
  private static final class Waiter {
    private final Thread thread;
    private volatile Object outcome = "nothing";
    private volatile boolean flag;

    private Waiter(Operation<?> operation, Duration patience) {
      thread =
          new Thread(
              () -> {
                try {
                  outcome = operation.await(patience);
                } catch (RuntimeException failure) {
                  outcome = failure;
                }
                flag = Thread.currentThread().isInterrupted();
              });
    }

    static Waiter on(World world, Operation<?> operation, Duration patience)
        throws InterruptedException {
      int before = world.timer.pending();
      var waiter = new Waiter(operation, patience);
      waiter.thread.start();
      world.timer.awaitPending(before + 1);
      return waiter;
    }

    Object outcome() throws InterruptedException {
      thread.join(10_000);
      return outcome;
    }
  }
}

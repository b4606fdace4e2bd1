package dev.dialtone.internal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemTimerTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration FEW_SECONDS = Duration.ofSeconds(15);

  private final SystemTimer timer = new SystemTimer();

  @AfterEach
  void close() {
    timer.close();
  }

  @Test
  void after_severalDelays_runsInOrderOfTime() throws InterruptedException {
    Queue<Integer> order = new ConcurrentLinkedQueue<>();
    var all = new CountDownLatch(4);
    for (int millis : List.of(60, 20, 40, 0)) {
      timer.after(
          Duration.ofMillis(millis),
          () -> {
            order.add(millis);
            all.countDown();
          });
    }
    assertThat(all.await(15, SECONDS)).isTrue();
    assertThat(order).containsExactly(0, 20, 40, 60);
  }

  @Test
  void after_soonerThanWhatIsWaitedFor_isNotHeldUpByIt() {
    timer.after(LONG, () -> {});
    assertThat(ran(Duration.ofMillis(1))).succeedsWithin(FEW_SECONDS);
  }

  @Test
  void after_foreverAndNegative_waitsAndRunsAtOnce() {
    timer.after(Duration.ofSeconds(Long.MAX_VALUE), () -> {});
    assertThat(ran(Duration.ofSeconds(Long.MIN_VALUE))).succeedsWithin(FEW_SECONDS);
  }

  @Test
  void cancel_beforeItsTime_neverRuns() {
    var ran = new CompletableFuture<Boolean>();
    Timeout waiting = timer.after(Duration.ofMillis(20), () -> ran.complete(true));
    waiting.cancel();
    waiting.cancel();
    assertThat(ran(Duration.ofMillis(40))).succeedsWithin(FEW_SECONDS);
    assertThat(ran).isNotDone();
  }

  @Test
  void task_thatBreaks_stopsNoOther() {
    timer.after(
        Duration.ZERO,
        () -> {
          throw new IllegalStateException("as the test wants it");
        });
    timer.after(Duration.ZERO, () -> Thread.currentThread().interrupt());
    assertThat(ran(Duration.ofMillis(1))).succeedsWithin(FEW_SECONDS);
  }

  @Test
  void close_whileSomethingWaits_forgetsItAndTakesNoMore() {
    var ran = new CompletableFuture<Boolean>();
    timer.after(Duration.ofMillis(20), () -> ran.complete(true));
    timer.close();
    timer.after(Duration.ZERO, () -> ran.complete(true)).cancel();
    timer.after(Duration.ZERO, () -> ran.complete(true));
    try (var other = new SystemTimer()) {
      assertThat(ran(other, Duration.ofMillis(40))).succeedsWithin(FEW_SECONDS);
    }
    assertThat(ran).isNotDone();
  }

  private CompletableFuture<Boolean> ran(Duration delay) {
    return ran(timer, delay);
  }

  private static CompletableFuture<Boolean> ran(SystemTimer timer, Duration delay) {
    var ran = new CompletableFuture<Boolean>();
    timer.after(delay, () -> ran.complete(true));
    return ran;
  }
}

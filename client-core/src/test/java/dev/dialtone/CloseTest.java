package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.Hold;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CloseTest {
  private final World world = new World();

  @Test
  void close_operationsUnderWay_endsThemAllAsCancelled() {
    Operation<ConnectNumber> settling = world.claim().start();
    world.connect.next(DESCRIBE, new Hold());
    Answer<ConnectNumber> reading = world.numbers.describe(PhoneNumberId.of("some-id"));
    Operation<ConnectNumber> done = world.numbers.claim(World.NUMBER).to(world.instance).start();
    world.numbers.close();
    for (Answer<?> answer : new Answer<?>[] {settling, reading}) {
      assertThat(failure(answer, StillInProgressException.class).reason())
          .isEqualTo(Reason.CANCELLED);
    }
    int calls = world.connect.calls().size();
    world.seconds(600);
    assertThat(world.connect.calls()).hasSize(calls);
    assertThat(world.timer.pending()).isZero();
    assertThat(World.hasEnded(done)).isTrue();
  }

  @Test
  void close_nothingUnderWay_returnsAtOnceAndClosesThePortOnly() {
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(10);
    world.numbers.close();
    assertThat(world.connect.closed()).isEqualTo(1);
    assertThat(world.timer.isClosed()).isFalse();
    result(claim);
  }

  @Test
  void close_then_nothingCanBeStarted() {
    ClaimRequest request = world.claim();
    world.numbers.close();
    assertThatIllegalStateException().isThrownBy(request::start).withMessageContaining("closed");
    assertThatIllegalStateException()
        .isThrownBy(() -> world.numbers.describe(PhoneNumberId.of("some-id")));
    SearchRequest search =
        world.numbers.search(CountryCode.of("US"), NumberType.TOLL_FREE).offeredTo(world.instance);
    assertThatIllegalStateException().isThrownBy(() -> search.first(1));
    assertThatIllegalStateException().isThrownBy(() -> search.stream().findFirst());
    assertThat(world.connect.calls()).isEmpty();
  }

  @Test
  void close_claimOnTheWire_waitsUntilItsAnswerIsRecorded() throws Exception {
    var hold = new Hold();
    world.connect.next(CLAIM, hold);
    Operation<ConnectNumber> claim = world.claim().start();
    var closing = CompletableFuture.runAsync(world.numbers::close);
    CompletableFuture<ConnectNumber> future = claim.toFuture();
    assertThat(future).failsWithin(Duration.ofSeconds(10));
    assertThat(world.connect.closed()).isZero();
    assertThat(closing).isNotDone();
    hold.release();
    closing.get(10, TimeUnit.SECONDS);
    assertThat(world.connect.closed()).isEqualTo(1);
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ACCEPTED);
  }

  @Test
  void close_journalStillWritesTheAnswer_isWaitedForToo() throws Exception {
    var hold = new Hold();
    var written = new CompletableFuture<Void>();
    world.connect.next(CLAIM, hold);
    Operation<ConnectNumber> claim = world.claim().start();
    claim.cancel();
    world.journal.on(Step.ABANDONED, () -> written);
    hold.release();
    var closing = CompletableFuture.runAsync(world.numbers::close);
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> closing.get(100, TimeUnit.MILLISECONDS));
    written.complete(null);
    closing.get(10, TimeUnit.SECONDS);
  }

  @Test
  void close_beforeAStartedSearchBegan_endsItUnsent() throws Exception {
    var inside = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Operation<ConnectNumber> busy = world.claim().start();
    // A caller's code on this executor keeps the engine busy: what is started meanwhile waits.
    busy.onProgress(progress -> holdUp(inside, goOn));
    var driver = new Thread(() -> world.seconds(1));
    driver.start();
    inside.await();
    Answer<List<AvailableNumber>> search =
        world
            .numbers
            .search(CountryCode.of("US"), NumberType.TOLL_FREE)
            .offeredTo(world.instance)
            .first(1);
    var closer = new Thread(world.numbers::close);
    closer.start();
    while (closer.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    driver.join();
    closer.join();
    assertThat(failure(search, StillInProgressException.class).reason())
        .isEqualTo(Reason.CANCELLED);
    assertThat(world.connect.calls(SEARCH)).isEmpty();
  }

  private static void holdUp(CountDownLatch inside, CountDownLatch goOn) {
    if (inside.getCount() > 0 && !Thread.currentThread().getName().equals("main")) {
      inside.countDown();
      try {
        goOn.await();
      } catch (InterruptedException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  @Test
  void close_claimNeverAnswered_waitsNoLongerThanACallMayTake() {
    World hanging = new World(builder -> builder.callTimeout(Duration.ofMillis(50)));
    hanging.connect.next(CLAIM, new Hold());
    hanging.claim().start();
    hanging.numbers.close();
    assertThat(hanging.connect.closed()).isEqualTo(1);
  }

  @Test
  void close_twice_isFine() {
    world.numbers.close();
    world.numbers.close();
    assertThat(world.connect.closed()).isPositive();
  }
}

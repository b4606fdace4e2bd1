package dev.dialtone;

import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.Stage;
import dev.dialtone.testing.Failing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ListenerTest {
  private final World world = new World();
  private final List<Progress> told = new ArrayList<>();

  @Test
  void onProgress_registeredAtOnce_isToldEveryStageInOrder() {
    world.fails(CLAIM, Failing.throttled());
    Operation<ConnectNumber> claim =
        world.claim().attachFlow(world.flow).start().onProgress(told::add);
    world.seconds(60);
    result(claim);
    assertThat(told.stream().map(Progress::stage).distinct())
        .containsExactly(
            Stage.WAITING_TO_REPEAT,
            Stage.WAITING_FOR_QUOTA,
            Stage.SENDING,
            Stage.SETTLING,
            Stage.FINISHING,
            Stage.DONE);
    assertThat(told).last().isEqualTo(claim.progress());
    assertThat(told).isSortedAccordingTo((a, b) -> Integer.compare(a.looks(), b.looks()));
    assertThat(told).extracting(Progress::attempts).first().isEqualTo(1);
    assertThat(claim.progress().attempts()).isEqualTo(2);
  }

  @Test
  void onProgress_registeredLate_isToldThePresentStanding() {
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(60);
    claim.onProgress(told::add);
    assertThat(told).containsExactly(claim.progress());
    assertThat(told.get(0).stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void onProgress_throws_harmsNothing() {
    Operation<ConnectNumber> claim =
        world
            .claim()
            .start()
            .onProgress(
                progress -> {
                  throw new IllegalStateException("listener of " + World.NUMBER.value());
                })
            .onProgress(told::add);
    world.seconds(60);
    result(claim);
    assertThat(told).last().extracting(Progress::stage).isEqualTo(Stage.DONE);
  }

  @Test
  void onProgress_cancelsItsOperation_endsIt() {
    Operation<ConnectNumber> claim = world.claim().start();
    claim.onProgress(
        progress -> {
          told.add(progress);
          claim.cancel();
        });
    assertThat(claim.progress().stage()).isEqualTo(Stage.STOPPED);
    assertThat(told).last().extracting(Progress::stage).isEqualTo(Stage.STOPPED);
  }

  @Test
  void onProgress_slowExecutorOfManyThreads_keepsTheOrderAndHoldsUpNobody() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    var gate = new CountDownLatch(1);
    List<Progress> heard = Collections.synchronizedList(new ArrayList<>());
    List<String> on = Collections.synchronizedList(new ArrayList<>());
    World slow = new World(builder -> builder.executor(threads));
    slow.connect.settlesAfter(Duration.ofMinutes(10));
    Operation<ConnectNumber> claim =
        slow.claim()
            .start()
            .onProgress(
                progress -> {
                  await(gate);
                  heard.add(progress);
                  on.add(Thread.currentThread().getName());
                });
    slow.seconds(1_000);
    result(claim);
    assertThat(heard).isEmpty();
    gate.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(heard).hasSizeGreaterThan(20);
    assertThat(heard).isSortedAccordingTo((a, b) -> Integer.compare(a.looks(), b.looks()));
    assertThat(heard).last().extracting(Progress::stage).isEqualTo(Stage.DONE);
    assertThat(on).doesNotContain(Thread.currentThread().getName());
  }

  private static void await(CountDownLatch gate) {
    try {
      assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}

package dev.dialtone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.ConnectPort.Claim;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InMemoryConnectTest extends ConnectPortContract {
  private static final Call CALL =
      new Call("0a1b2c3d-0000-4000-8000-00000000000a", Duration.ofSeconds(15));

  private final VirtualTimer timer = new VirtualTimer();
  private final InMemoryConnect connect = new InMemoryConnect(timer);
  private final Target.Instance instance = connect.addInstance(100);
  private final Target.Instance full = connect.addInstance(0);
  private final Target.TrafficDistributionGroup group = connect.addGroup(instance);
  private final ContactFlow flow = connect.addFlow(instance);

  @Override
  protected ConnectPort port() {
    return connect;
  }

  @Override
  protected Target.Instance instance() {
    return instance;
  }

  @Override
  protected Target.Instance fullInstance() {
    return full;
  }

  @Override
  protected Target.TrafficDistributionGroup group() {
    return group;
  }

  @Override
  protected ContactFlow flow() {
    return flow;
  }

  @Override
  protected void offer(E164... numbers) {
    connect.offer(numbers);
  }

  @Override
  protected SourceNumber addSource(E164 number) {
    return connect.addSource(number);
  }

  @Override
  protected void letSettle() {
    timer.advance(Duration.ofMinutes(1));
  }

  @Test
  void faults_scripted_areUsedUpInOrder() {
    E164 number = E164.of("+18445550100");
    connect.offer(number);
    connect.next(
        InMemoryConnect.CLAIM,
        Fault.failing(Failing.throttled()),
        Fault.requestLost(),
        Fault.replyLost());
    Claim claim = new Claim(number, instance, Optional.empty(), new TreeMap<>(), Optional.empty());
    for (int effects : new int[] {0, 0, 1}) {
      assertThat(connect.claim(claim, CALL)).isCompletedExceptionally();
      assertThat(connect.effects()).hasSize(effects);
    }
    assertThat(connect.claim(claim, CALL)).isCompleted();
    assertThat(connect.effects()).hasSize(1);
    assertThat(connect.calls()).hasSize(4).extracting(PortCall::token).containsOnly(CALL.token());
  }

  @Test
  void hold_untilReleased_keepsTheAnswerButNotTheEffect() {
    E164 number = E164.of("+18445550100");
    connect.offer(number);
    var hold = new Hold();
    connect.next(InMemoryConnect.CLAIM, hold);
    var answer =
        connect.claim(
            new Claim(number, instance, Optional.empty(), new TreeMap<>(), Optional.empty()), CALL);
    timer.advance(Duration.ofHours(1));
    assertThat(answer).isNotDone();
    assertThat(connect.effects()).hasSize(1);
    hold.release();
    assertThat(answer).isCompleted();
  }

  @Test
  void advance_hundredsOfEventsInTwoHours_takesMilliseconds() {
    var ran = new AtomicInteger();
    tick(ran);
    long began = System.nanoTime();
    timer.advance(Duration.ofHours(2));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
    assertThat(ran).hasValue(7_200);
    assertThat(timer.elapsed()).isEqualTo(Duration.ofHours(2));
  }

  private void tick(AtomicInteger ran) {
    timer.after(
        Duration.ofSeconds(1),
        () -> {
          ran.incrementAndGet();
          tick(ran);
        });
  }

  @Test
  void advance_tasksOfOneTime_runInTheOrderOfAskingAtTheirOwnTime() {
    var story = new StringBuilder();
    timer.after(Duration.ofSeconds(2), () -> story.append("c").append(timer.elapsed()));
    timer.after(Duration.ofSeconds(1), () -> story.append("a").append(timer.elapsed()));
    timer.after(Duration.ofSeconds(1), () -> story.append("b")).cancel();
    timer.advance(Duration.ofSeconds(5));
    assertThat(story).hasToString("aPT1ScPT2S");
    assertThat(timer.waits())
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1));
  }
}

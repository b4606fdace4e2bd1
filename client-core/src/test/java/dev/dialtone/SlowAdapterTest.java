package dev.dialtone;

import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.testing.PortCall;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The quota counts requests when they leave, however long an adapter keeps them. */
class SlowAdapterTest {
  private static final Duration KEPT = ofSeconds(8);

  private final World world = new World();
  private final Queue<Runnable> kept = new ArrayDeque<>();

  @Test
  void claims_adapterFindsCredentialsAfterEightSeconds_leaveUnderTheQuotaAllTheSame() {
    E164[] wanted =
        IntStream.range(0, 40).mapToObj(i -> E164.of("+1877555" + (1000 + i))).toArray(E164[]::new);
    world.connect.offer(wanted);
    PhoneNumbers numbers =
        PhoneNumbers.builder()
            .connect(keepingAtFirst())
            .timer(world.timer)
            .executor(Runnable::run)
            .build();
    world.timer.after(KEPT, () -> kept.forEach(Runnable::run));
    List<Operation<ConnectNumber>> claims =
        List.of(wanted).stream()
            .map(number -> numbers.claim(number).to(world.instance).start())
            .toList();
    world.advance(KEPT.minusNanos(1));
    assertThat(kept).hasSize(5);
    world.seconds(60);
    assertThat(claims).allMatch(World::hasEnded);
    List<Duration> at = world.connect.calls(CLAIM).stream().map(PortCall::at).toList();
    assertThat(at).hasSize(40);
    for (int i = 0; i < at.size(); i++) {
      Duration earliest = KEPT.plusMillis(500L * Math.max(0, i - 4));
      assertThat(at.get(i)).isEqualTo(earliest);
    }
  }

  private ConnectPort keepingAtFirst() {
    return (ConnectPort)
        Proxy.newProxyInstance(
            ConnectPort.class.getClassLoader(),
            new Class<?>[] {ConnectPort.class},
            (proxy, method, arguments) ->
                method.getReturnType() == CompletionStage.class
                        && world.timer.elapsed().compareTo(KEPT) < 0
                    ? keep(method, arguments)
                    : method.invoke(world.connect, arguments));
  }

  private CompletionStage<Object> keep(Method method, Object[] arguments) {
    var answer = new CompletableFuture<Object>();
    kept.add(() -> answer.completeAsync(() -> send(method, arguments), Runnable::run));
    return answer;
  }

  private Object send(Method method, Object[] arguments) {
    try {
      return ((CompletionStage<?>) method.invoke(world.connect, arguments))
          .toCompletableFuture()
          .join();
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("the port", broken);
    }
  }
}

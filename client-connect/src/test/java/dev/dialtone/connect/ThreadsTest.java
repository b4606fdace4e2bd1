package dev.dialtone.connect;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testkit.Effect;
import dev.dialtone.testkit.PhoneNumberSimulator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A bounded handful of threads, and none left behind. */
class ThreadsTest {
  private static final PhoneNumberId ID = PhoneNumberId.of("0a1b2c3d-0000-4000-8000-00000000000a");

  @Test
  void claim_aThousandAtOnce_takesAtMostFourThreads() {
    Set<Thread> before = ours();
    try (var simulator = PhoneNumberSimulator.builder().settlesAfter(ZERO).start();
        PhoneNumbers numbers = numbers(ConnectAdapter.of(OverHttp.client(simulator.endpoint())))) {
      Target target = Target.instance(simulator.addInstance(1_000));
      simulator.offer("US", "TOLL_FREE", "+18005551000", 1_000);
      List<Operation<ConnectNumber>> claims =
          IntStream.range(0, 1_000)
              .mapToObj(i -> E164.of("+1800555" + (1_000 + i)))
              .map(number -> numbers.claim(number).to(target).start())
              .toList();
      var all =
          CompletableFuture.allOf(
              claims.stream().map(Operation::toFuture).toArray(CompletableFuture[]::new));
      Set<Thread> seen = new HashSet<>();
      Awaitility.await()
          .atMost(ofSeconds(60))
          .pollInterval(ofMillis(20))
          .until(
              () -> {
                seen.addAll(ours());
                return all.isDone();
              });
      seen.removeAll(before);
      assertThat(all).isCompleted();
      assertThat(seen).hasSizeBetween(1, 4).allMatch(Thread::isDaemon);
      assertThat(simulator.ledger().effects("ClaimPhoneNumber"))
          .hasSize(1_000)
          .extracting(Effect::phoneNumber)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void close_ofTheFacade_closesTheClientItBuilt() {
    try (var world = new OverHttp(ZERO)) {
      // Without a client of its own the SDK builds one, as it does for most people.
      var adapter = ConnectAdapter.of(world.client().httpClient(null));
      PhoneNumbers numbers = numbers(adapter);
      numbers.claim(OverHttp.NUMBER).to(world.instance).start().await(ofSeconds(30));
      int sent = world.simulator.ledger().requests().size();
      numbers.close();
      numbers.close();
      assertThatIllegalStateException().isThrownBy(() -> numbers.describe(ID));
      assertThat(Ports.failure(adapter.describe(ID, Ports.call())).reached()).isEqualTo(Reached.NO);
      assertThat(world.simulator.ledger().requests()).hasSize(sent);
      assertThat(ours()).allMatch(Thread::isDaemon);
    }
  }

  private static PhoneNumbers numbers(ConnectAdapter adapter) {
    return PhoneNumbers.builder().connect(adapter).quota(Quota.of(100_000, 100_000)).build();
  }

  private static Set<Thread> ours() {
    Set<Thread> all = new HashSet<>(Thread.getAllStackTraces().keySet());
    all.removeIf(thread -> !thread.getName().startsWith("dialtone-"));
    return all;
  }
}

package dev.dialtone.connect;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.aws.testing.Calls;
import dev.dialtone.aws.testing.ClientKind;
import dev.dialtone.aws.testing.SharedHttp;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testkit.Effect;
import dev.dialtone.testkit.PhoneNumberSimulator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A bounded handful of threads, and none left behind. */
class ThreadsTest {
  private static final PhoneNumberId ID = PhoneNumberId.of("0a1b2c3d-0000-4000-8000-00000000000a");

  /** The timer has one; the adapter has one, or three over a client that blocks. */
  @ParameterizedTest
  @CsvSource({
    "ASYNC_BUILDER, 1000, 2",
    "ASYNC_CLIENT, 200, 2",
    "BLOCKING_BUILDER, 200, 4",
    "BLOCKING_CLIENT, 300, 4"
  })
  void claim_manyAtOnce_takesAHandfulOfThreads(ClientKind kind, int many, int atMost) {
    Set<Thread> before = threads();
    try (var simulator = PhoneNumberSimulator.builder().settlesAfter(ZERO).start();
        var clients = Clients.adapters();
        PhoneNumbers numbers = numbers(clients.of(kind, simulator.endpoint()))) {
      Target target = Target.instance(simulator.addInstance(many));
      simulator.offer("US", "TOLL_FREE", "+18005551000", many);
      List<Operation<ConnectNumber>> claims =
          IntStream.range(0, many)
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
                seen.addAll(threads());
                return all.isDone();
              });
      seen.removeAll(before);
      assertThat(all).isCompleted();
      assertThat(ours(seen)).hasSizeBetween(1, atMost).allMatch(Thread::isDaemon);
      assertThat(simulator.ledger().effects("ClaimPhoneNumber"))
          .hasSize(many)
          .extracting(Effect::phoneNumber)
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void close_ofTheFacade_endsWhatItBuiltAndSendsNothingMore(ClientKind kind) {
    try (var world = new OverHttp(ZERO)) {
      // Without a client of its own the SDK builds one, as it does for most people.
      boolean own = !kind.isReady();
      var adapter =
          world.adapter(
              kind,
              client -> {
                if (own) {
                  SharedHttp.set(client, null, null);
                }
              });
      PhoneNumbers numbers = numbers(adapter);
      numbers.claim(OverHttp.NUMBER).to(world.instance).start().await(ofSeconds(30));
      int sent = world.simulator.ledger().requests().size();
      numbers.close();
      numbers.close();
      assertThatIllegalStateException().isThrownBy(() -> numbers.describe(ID));
      assertThat(Calls.failure(adapter.describe(ID, Calls.call())).reached()).isEqualTo(Reached.NO);
      assertThat(world.simulator.ledger().requests()).hasSize(sent);
      assertThat(threads())
          .filteredOn(thread -> thread.getName().matches("(dialtone|sdk|aws|idle)-.*"))
          .allMatch(Thread::isDaemon);
    }
  }

  @Test
  void close_ofTheFacade_leavesReadyClientsOpen() {
    try (var world = new OverHttp(ZERO);
        var async = world.client().build();
        var blocking = Clients.blocking(world.simulator.endpoint()).build()) {
      numbers(ConnectAdapter.of(async)).close();
      numbers(ConnectAdapter.of(blocking)).close();
      var search = ConnectRequests.search(Ports.search(world.instance, Optional.empty())).build();
      assertThat(async.searchAvailablePhoneNumbers(search)).succeedsWithin(ofSeconds(30));
      assertThat(blocking.searchAvailablePhoneNumbers(search).hasAvailableNumbersList()).isTrue();
    }
  }

  private static PhoneNumbers numbers(ConnectAdapter adapter) {
    return PhoneNumbers.builder().connect(adapter).quota(Quota.of(100_000, 100_000)).build();
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet();
  }

  private static List<Thread> ours(Set<Thread> threads) {
    return threads.stream().filter(thread -> thread.getName().startsWith("dialtone-")).toList();
  }
}

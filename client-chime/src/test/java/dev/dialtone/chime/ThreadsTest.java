package dev.dialtone.chime;

import static dev.dialtone.chime.OverHttp.NUMBER;
import static dev.dialtone.chime.OverHttp.PATIENCE;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dialtone.Answer;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.aws.testing.Calls;
import dev.dialtone.aws.testing.SharedHttp;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testkit.Fault;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bounded handful of threads, none left behind, and nobody's client closed. */
class ThreadsTest {
  private final OverHttp world = new OverHttp();

  @AfterEach
  void close() {
    world.close();
  }

  /** One, or three over a client that blocks. */
  @ParameterizedTest
  @EnumSource
  void describe_manyAtOnce_takesAHandfulOfThreads(ChimeKind kind) {
    world.always(kind, "GetPhoneNumber", Fault.latency(ofMillis(20)));
    Set<Thread> before = threads();
    try (PhoneNumbers numbers = world.numbers(kind).build()) {
      var all =
          CompletableFuture.allOf(
              Stream.generate(() -> numbers.describeChime(NUMBER))
                  .limit(50)
                  .map(Answer::toFuture)
                  .toArray(CompletableFuture[]::new));
      Set<Thread> seen = new HashSet<>();
      Awaitility.await()
          .atMost(ofSeconds(60))
          .pollInterval(ofMillis(5))
          .until(
              () -> {
                seen.addAll(threads());
                return all.isDone();
              });
      seen.removeAll(before);
      assertThat(all).isCompleted();
      assertThat(seen)
          .filteredOn(thread -> thread.getName().equals("dialtone-chime"))
          .hasSizeBetween(1, kind.client().isBlocking() ? 3 : 1)
          .allMatch(Thread::isDaemon);
    }
  }

  @ParameterizedTest
  @EnumSource
  void close_ofTheFacade_endsWhatItBuiltAndSendsNothingMore(ChimeKind kind) {
    // Without a client of its own the SDK builds one, as it does for most people.
    ChimePort adapter =
        world.adapter(
            kind,
            client -> {
              if (!kind.client().isReady()) {
                SharedHttp.set(client, null, null);
              }
            });
    PhoneNumbers numbers = world.numbers(adapter).build();
    ChimeNumber seen = numbers.describeChime(NUMBER).await(PATIENCE);
    assertThat(seen.number()).isEqualTo(NUMBER);
    int sent = world.simulator.ledger().requests().size();
    numbers.close();
    numbers.close();
    assertThatIllegalStateException().isThrownBy(() -> numbers.describeChime(NUMBER));
    assertThat(Calls.failure(adapter.describe(NUMBER, Calls.call())).reached())
        .isEqualTo(Reached.NO);
    assertThat(world.simulator.ledger().requests()).hasSize(sent);
    assertThat(threads())
        .filteredOn(thread -> thread.getName().matches("(dialtone|sdk|aws|idle)-.*"))
        .allMatch(Thread::isDaemon);
  }

  @Test
  void close_ofTheFacade_leavesReadyClientsOpen() {
    String number = NUMBER.value();
    try (var async = Clients.voiceAsync(world.simulator.voiceEndpoint()).build();
        var blocking = Clients.voice(world.simulator.voiceEndpoint()).build();
        var oldAsync = Clients.legacyAsync(world.simulator.legacyEndpoint()).build();
        var oldBlocking = Clients.legacy(world.simulator.legacyEndpoint()).build()) {
      world.numbers(ChimeAdapter.voice(async)).build().close();
      world.numbers(ChimeAdapter.voice(blocking)).build().close();
      world.numbers(ChimeAdapter.legacy(oldAsync)).build().close();
      world.numbers(ChimeAdapter.legacy(oldBlocking)).build().close();
      assertThat(async.getPhoneNumber(with -> with.phoneNumberId(number)))
          .succeedsWithin(ofSeconds(30));
      assertThat(oldAsync.getPhoneNumber(with -> with.phoneNumberId(number)))
          .succeedsWithin(ofSeconds(30));
      assertThat(blocking.getPhoneNumber(with -> with.phoneNumberId(number)).phoneNumber())
          .isNotNull();
      assertThat(oldBlocking.getPhoneNumber(with -> with.phoneNumberId(number)).phoneNumber())
          .isNotNull();
    }
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet();
  }
}

package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.OverHttp.PATIENCE;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.aws.testing.Calls;
import dev.dialtone.aws.testing.ClientKind;
import dev.dialtone.aws.testing.SharedHttp;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testkit.Fault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** What is different for a client that blocks: its threads, and how its HTTP client fails. */
class BlockingClientTest {
  private static final PhoneNumberId ID = PhoneNumberId.of("0a1b2c3d-0000-4000-8000-00000000000a");
  private static final String CLAIM = "ClaimPhoneNumber";
  private static final String DESCRIBE = "DescribePhoneNumber";

  /** Longer than any call here may take. */
  private static final Fault SILENCE = Fault.latency(ofSeconds(20));

  private final OverHttp world = new OverHttp(ZERO);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING_BUILDER", "BLOCKING_CLIENT"})
  void claim_requestOrReplyLost_isOneEffectUnderOneToken(ClientKind kind) {
    world.simulator.faults().next(CLAIM, Fault.replyLostBeforeEffect());
    world.simulator.faults().next(CLAIM, 2, Fault.replyLostAfterEffect());
    try (PhoneNumbers numbers = world.numbers(world.adapter(kind)).build()) {
      var claim = numbers.claim(NUMBER).to(world.instance).start();
      ConnectNumber claimed = claim.await(PATIENCE);
      assertThat(claimed.number()).isEqualTo(NUMBER);
      assertThat(world.tokens(CLAIM)).hasSize(4).containsOnly(claim.ticket().id());
      assertThat(world.simulator.ledger().effects(CLAIM)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING_BUILDER", "BLOCKING_CLIENT"})
  void claim_silent_isAnsweredAtItsTimeAndSentAgain(ClientKind kind) {
    world.simulator.faults().next(CLAIM, SILENCE);
    try (PhoneNumbers numbers =
        world.numbers(world.adapter(kind)).callTimeout(ofMillis(500)).build()) {
      var claim = numbers.claim(NUMBER).to(world.instance).start();
      assertThat(claim.await(PATIENCE).number()).isEqualTo(NUMBER);
      assertThat(world.tokens(CLAIM))
          .hasSizeGreaterThanOrEqualTo(2)
          .containsOnly(claim.ticket().id());
      assertThat(world.simulator.ledger().effects(CLAIM)).hasSize(1);
    }
  }

  /** Three hang; were their threads not freed at their time, the others would never be sent. */
  @ParameterizedTest
  @EnumSource(names = {"BLOCKING_BUILDER", "BLOCKING_CLIENT"})
  void describe_everyThreadHangs_goesOnWhenTheirTimeIsOver(ClientKind kind) {
    world.simulator.faults().next(DESCRIBE, 3, SILENCE);
    try (var adapter = world.adapter(kind)) {
      var hanging =
          Stream.generate(() -> adapter.describe(ID, Calls.call(ofSeconds(1)))).limit(3).toList();
      var late = adapter.describe(ID, Calls.call(ofMillis(1)));
      var next = adapter.describe(ID, Calls.call(ofSeconds(10)));
      hanging.forEach(call -> assertUnanswered(Calls.failure(call)));
      assertThat(Calls.failure(late).reached()).isEqualTo(Reached.NO);
      assertThat(Calls.failure(next).kind()).isEqualTo(Kind.NOT_FOUND);
      assertThat(world.requests(DESCRIBE)).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING_BUILDER", "BLOCKING_CLIENT"})
  void describe_readTimeoutOfTheHttpClient_mayHaveArrived(ClientKind kind) {
    world.simulator.faults().next(DESCRIBE, SILENCE);
    var http = ApacheHttpClient.builder().socketTimeout(ofMillis(300)).build();
    try (var adapter =
        world.adapter(kind, client -> SharedHttp.set(client, SharedHttp.ASYNC, http))) {
      PortException failure = Calls.failure(adapter.describe(ID, Calls.call()));
      assertUnanswered(failure);
      assertThat(failure).hasMessageContaining("Read timed out");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING_BUILDER", "BLOCKING_CLIENT"})
  void describe_interruptedByTheUser_mayHaveArrivedAndTheThreadGoesOn(ClientKind kind) {
    var first = new AtomicBoolean(true);
    var interrupting =
        new ExecutionInterceptor() {
          @Override
          public void beforeTransmission(
              Context.BeforeTransmission context, ExecutionAttributes attributes) {
            if (first.getAndSet(false)) {
              Thread.currentThread().interrupt();
            }
          }
        };
    try (var adapter =
        world.adapter(
            kind,
            client ->
                client.overrideConfiguration(with -> with.addExecutionInterceptor(interrupting)))) {
      assertUnanswered(Calls.failure(adapter.describe(ID, Calls.call())));
      for (int thread = 0; thread < 5; thread++) {
        assertThat(Calls.failure(adapter.describe(ID, Calls.call())).kind())
            .isEqualTo(Kind.NOT_FOUND);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING_BUILDER", "BLOCKING_CLIENT"})
  void close_callOnTheWire_waitsNoLongerThanItsTime(ClientKind kind) {
    world.simulator.faults().next(CLAIM, SILENCE);
    PhoneNumbers numbers = world.numbers(world.adapter(kind)).callTimeout(ofSeconds(1)).build();
    numbers.claim(NUMBER).to(world.instance).start();
    Awaitility.await().until(() -> world.requests(CLAIM).size() == 1);
    assertThat(CompletableFuture.runAsync(numbers::close)).succeedsWithin(ofSeconds(15));
    assertThat(world.requests(CLAIM)).hasSize(1);
  }

  private static void assertUnanswered(PortException failure) {
    assertThat(failure.kind()).isEqualTo(Kind.NO_REPLY);
    assertThat(failure.reached()).isEqualTo(Reached.MAYBE);
    assertThat(failure.retryable()).isTrue();
  }
}

package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.OverHttp.PATIENCE;
import static dev.dialtone.connect.RawService.DESCRIBED;
import static dev.dialtone.connect.RawService.json;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.error.UnreachableException;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testing.FastTimer;
import java.net.URI;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.connect.ConnectBaseClientBuilder;

/** A service that cannot be reached is told from one that may have heard us. */
class UnreachableTest {
  private static final RawService SERVICE = new RawService();

  /** Below the ports that a system gives away by itself. */
  private static final String NOBODY = "http://127.0.0.1:1";

  /**
   * The SDK's pool now and then misses that a connection was refused, and waits for it: one call in
   * twenty takes the ten seconds of its default.
   */
  private static final SdkAsyncHttpClient IMPATIENT =
      NettyNioAsyncHttpClient.builder().connectionAcquisitionTimeout(ofSeconds(1)).build();

  private static final PhoneNumberId ID = PhoneNumberId.of("0a1b2c3d-0000-4000-8000-00000000000a");

  private final Clients clients = new Clients();

  @BeforeEach
  void answer() {
    SERVICE.answers(json(200, DESCRIBED.formatted(NUMBER.value())));
  }

  @AfterEach
  void close() {
    clients.close();
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @ParameterizedTest
  @EnumSource
  void describe_hostHasNoAddress_isUnreachable(ClientKind kind) {
    assertUnreachable(describe(kind, "https://does-not-exist.invalid"), true);
  }

  @ParameterizedTest
  @EnumSource
  void describe_nothingListens_isUnreachable(ClientKind kind) {
    assertUnreachable(describe(kind, NOBODY), true);
  }

  @ParameterizedTest
  @EnumSource
  void describe_certificateNotTrusted_isUnreachable(ClientKind kind) {
    assertUnreachable(describe(kind, SERVICE.httpsEndpoint().toString()), true);
  }

  /** The SDK drops the reason and says that the connection was closed: it could have been later. */
  @ParameterizedTest
  @EnumSource
  void describe_tlsToAPlainTextPort_isTakenForALostReply(ClientKind kind) {
    String plain = SERVICE.endpoint().toString();
    PortException failure = describe(kind, plain.replace("http://", "https://"));
    assertThat(failure.kind()).isEqualTo(Kind.NO_REPLY);
    assertThat(failure.reached()).isEqualTo(Reached.MAYBE);
    assertThat(SERVICE.requests()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"ASYNC_BUILDER, 1", "ASYNC_CLIENT, 100", "BLOCKING_CLIENT, 1"})
  void describe_noConnectionFreeInThePool_isUnreachable(ClientKind kind, int mayWait) {
    SERVICE.answers(json(200, DESCRIBED.formatted(NUMBER.value())).withFixedDelay(1_500));
    var pool =
        NettyNioAsyncHttpClient.builder()
            .maxConcurrency(1)
            .maxPendingConnectionAcquires(mayWait)
            .connectionAcquisitionTimeout(ofMillis(300))
            .build();
    var blockingPool =
        ApacheHttpClient.builder()
            .maxConnections(1)
            .connectionAcquisitionTimeout(ofMillis(300))
            .build();
    try (ConnectPort port =
        clients.adapter(
            kind, SERVICE.endpoint(), client -> Clients.http(client, pool, blockingPool))) {
      var first = port.describe(ID, Ports.call());
      Awaitility.await().until(() -> SERVICE.requests() == 1);
      var second = port.describe(ID, Ports.call());
      var third = port.describe(ID, Ports.call());
      assertUnreachable(Ports.failure(second), true);
      assertUnreachable(Ports.failure(third), true);
      Ports.get(first);
    }
  }

  @ParameterizedTest
  @EnumSource
  void describe_errorInsideTheSdk_stillEnds(ClientKind kind) {
    PortException failure =
        describe(
            kind,
            client ->
                client.overrideConfiguration(
                    with ->
                        with.addExecutionInterceptor(
                            new ExecutionInterceptor() {
                              @Override
                              public void beforeExecution(
                                  Context.BeforeExecution context, ExecutionAttributes attributes) {
                                throw new NoSuchMethodError("two versions of the SDK");
                              }
                            })));
    assertThat(failure.reached()).isEqualTo(Reached.NO);
  }

  @ParameterizedTest
  @EnumSource(names = {"ASYNC_BUILDER", "BLOCKING_CLIENT"})
  void claim_nothingListens_isTriedFourTimesAndHasChangedNothing(ClientKind kind) {
    try (var timer = new FastTimer();
        PhoneNumbers numbers =
            PhoneNumbers.builder()
                .connect(clients.adapter(kind, URI.create(NOBODY), UnreachableTest::impatient))
                .timer(timer)
                .build()) {
      var claim = numbers.claim(NUMBER).to(Target.instance("instance-1")).start();
      var failure = catchThrowableOfType(UnreachableException.class, () -> claim.await(PATIENCE));
      assertThat(failure.attempts()).isEqualTo(4);
      assertThat(failure).hasMessageContaining("nothing was changed");
    }
  }

  private PortException describe(ClientKind kind, String endpoint) {
    return describe(kind, URI.create(endpoint), UnreachableTest::impatient);
  }

  private PortException describe(
      ClientKind kind, Consumer<ConnectBaseClientBuilder<?, ?>> settings) {
    return describe(kind, SERVICE.endpoint(), settings);
  }

  private PortException describe(
      ClientKind kind, URI endpoint, Consumer<ConnectBaseClientBuilder<?, ?>> settings) {
    try (ConnectPort port = clients.adapter(kind, endpoint, settings)) {
      return Ports.failure(port.describe(ID, Ports.call(ofSeconds(10))));
    }
  }

  private static void impatient(ConnectBaseClientBuilder<?, ?> client) {
    Clients.http(client, IMPATIENT, Clients.BLOCKING_HTTP);
  }

  static void assertUnreachable(PortException failure, boolean again) {
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.reached()).isEqualTo(Reached.NO);
    assertThat(failure.retryable()).isEqualTo(again);
    assertThat(failure.status()).isZero();
    assertThat(failure.requestId()).isEmpty();
    assertThat(failure.getMessage()).doesNotContain("\n").hasSizeLessThan(600);
  }
}

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
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;

/** What never left is told from what may have arrived. */
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

  @BeforeEach
  void answer() {
    SERVICE.answers(json(200, DESCRIBED.formatted(NUMBER.value())));
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void describe_hostHasNoAddress_isUnreachable() {
    assertUnreachable(
        describe(client("https://does-not-exist.invalid").httpClient(IMPATIENT)), true);
  }

  @Test
  void describe_nothingListens_isUnreachable() {
    assertUnreachable(describe(client(NOBODY).httpClient(IMPATIENT)), true);
  }

  @Test
  void describe_certificateNotTrusted_isUnreachable() {
    assertUnreachable(describe(OverHttp.client(SERVICE.httpsEndpoint())), true);
  }

  /** The SDK drops the reason and says that the connection was closed: it could have been later. */
  @Test
  void describe_tlsToAPlainTextPort_isTakenForALostReply() {
    String plain = SERVICE.endpoint().toString();
    PortException failure = describe(client(plain.replace("http://", "https://")));
    assertThat(failure.kind()).isEqualTo(Kind.NO_REPLY);
    assertThat(failure.reached()).isEqualTo(Reached.MAYBE);
    assertThat(SERVICE.requests()).isZero();
  }

  @Test
  void describe_noCredentials_isUnreachableAndNotRepeated() {
    assertUnreachable(
        describe(
            withCredentials(
                () -> {
                  throw SdkClientException.create("no credentials here");
                })),
        false);
    assertThat(SERVICE.requests()).isZero();
  }

  @Test
  void describe_credentialsTakeLongerThanTheCallMay_isUnreachableAndNeverSent() {
    var found = new CountDownLatch(1);
    var http = new CountingHttpClient();
    var client = withCredentials(() -> when(found)).httpClient(http);
    try (ConnectPort port = ConnectAdapter.of(client)) {
      assertUnreachable(Ports.failure(port.describe(ID, Ports.call(ofMillis(300)))), true);
      var queued = port.describe(ID, Ports.call(ofMillis(300)));
      assertUnreachable(Ports.failure(queued), true);
      found.countDown();
      assertThat(Ports.get(port.describe(ID, Ports.call())).id()).isEqualTo(ID);
    }
    assertThat(http.requests).hasValue(1);
  }

  @Test
  void describe_adapterClosed_isUnreachable() {
    ConnectPort port = ConnectAdapter.of(OverHttp.client(SERVICE.endpoint()));
    port.close();
    PortException failure = Ports.failure(port.describe(ID, Ports.call()));
    assertUnreachable(failure, false);
    assertThat(failure).hasMessageContaining("closed");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void describe_noConnectionFreeInThePool_isUnreachable(int mayWait) {
    SERVICE.answers(json(200, DESCRIBED.formatted(NUMBER.value())).withFixedDelay(1_500));
    var pool =
        NettyNioAsyncHttpClient.builder()
            .maxConcurrency(1)
            .maxPendingConnectionAcquires(mayWait)
            .connectionAcquisitionTimeout(ofMillis(300))
            .build();
    var client = OverHttp.client(SERVICE.endpoint()).httpClient(pool);
    try (ConnectPort port = ConnectAdapter.of(client)) {
      var first = port.describe(ID, Ports.call());
      Awaitility.await().until(() -> SERVICE.requests() == 1);
      var second = port.describe(ID, Ports.call());
      var third = port.describe(ID, Ports.call());
      assertUnreachable(Ports.failure(second), true);
      assertUnreachable(Ports.failure(third), true);
      Ports.get(first);
    }
  }

  @Test
  void describe_errorInsideTheSdk_stillEnds() {
    var broken =
        OverHttp.client(SERVICE.endpoint())
            .overrideConfiguration(
                with ->
                    with.addExecutionInterceptor(
                        new ExecutionInterceptor() {
                          @Override
                          public void beforeExecution(
                              Context.BeforeExecution context, ExecutionAttributes attributes) {
                            throw new NoSuchMethodError("two versions of the SDK");
                          }
                        }));
    assertThat(describe(broken).reached()).isEqualTo(Reached.NO);
  }

  @Test
  void translate_networkGoneOrNoPortLeft_isUnreachable() {
    for (var cause :
        new SocketException[] {
          new SocketException("Network is unreachable"),
          new BindException("Cannot assign requested address")
        }) {
      assertUnreachable(translated(cause), true);
    }
    assertThat(translated(new SocketException("Connection reset")).reached())
        .isEqualTo(Reached.MAYBE);
  }

  @Test
  void claim_nothingListens_isTriedFourTimesAndHasChangedNothing() {
    try (var timer = new FastTimer();
        PhoneNumbers numbers =
            PhoneNumbers.builder()
                .connect(ConnectAdapter.of(client(NOBODY).httpClient(IMPATIENT)))
                .timer(timer)
                .build()) {
      var claim = numbers.claim(NUMBER).to(Target.instance("instance-1")).start();
      var failure = catchThrowableOfType(UnreachableException.class, () -> claim.await(PATIENCE));
      assertThat(failure.attempts()).isEqualTo(4);
      assertThat(failure).hasMessageContaining("nothing was changed");
    }
  }

  private static PortException describe(ConnectAsyncClientBuilder client) {
    try (ConnectPort port = ConnectAdapter.of(client)) {
      return Ports.failure(port.describe(ID, Ports.call(ofSeconds(10))));
    }
  }

  private static PortException translated(IOException cause) {
    var trace = new CallTrace();
    assertThat(trace.maySend()).isTrue();
    return ConnectFailures.translate(
        SdkClientException.create("Unable to execute HTTP request", cause), trace);
  }

  private static ConnectAsyncClientBuilder client(String endpoint) {
    return OverHttp.client(URI.create(endpoint));
  }

  private static ConnectAsyncClientBuilder withCredentials(AwsCredentialsProvider provider) {
    return OverHttp.client(SERVICE.endpoint()).credentialsProvider(provider);
  }

  private static AwsBasicCredentials when(CountDownLatch found) {
    try {
      found.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
    return AwsBasicCredentials.create("test", "test");
  }

  private static void assertUnreachable(PortException failure, boolean again) {
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.reached()).isEqualTo(Reached.NO);
    assertThat(failure.retryable()).isEqualTo(again);
    assertThat(failure.status()).isZero();
    assertThat(failure.requestId()).isEmpty();
    assertThat(failure.getMessage()).doesNotContain("\n").hasSizeLessThan(600);
  }
}

package dev.dialtone.aws.testing;

import static dev.dialtone.aws.testing.RawService.json;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import java.net.URI;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;

/** A service that cannot be reached is told from one that may have heard us. */
public abstract class UnreachableContract extends AdapterContract {
  /** Below the ports that a system gives away by itself. */
  protected static final String NOBODY = "http://127.0.0.1:1";

  /**
   * The SDK's pool now and then misses that a connection was refused, and waits for it: one call in
   * twenty takes the ten seconds of its default.
   */
  private static final SdkAsyncHttpClient IMPATIENT =
      NettyNioAsyncHttpClient.builder().connectionAcquisitionTimeout(ofSeconds(1)).build();

  /** For this adapter. */
  protected UnreachableContract(Subject<?> subject) {
    super(subject);
  }

  @BeforeEach
  void answer() {
    service.answers(json(200, subject.answer()));
  }

  @ParameterizedTest
  @EnumSource
  void read_hostHasNoAddress_isUnreachable(ClientKind kind) {
    assertUnreachable(read(kind, "https://does-not-exist.invalid"), true);
  }

  @ParameterizedTest
  @EnumSource
  void read_nothingListens_isUnreachable(ClientKind kind) {
    assertUnreachable(read(kind, NOBODY), true);
  }

  @ParameterizedTest
  @EnumSource
  void read_certificateNotTrusted_isUnreachable(ClientKind kind) {
    assertUnreachable(read(kind, service.httpsEndpoint().toString()), true);
  }

  /** The SDK drops the reason and says that the connection was closed: it could have been later. */
  @ParameterizedTest
  @EnumSource
  void read_tlsToAPlainTextPort_isTakenForALostReply(ClientKind kind) {
    String plain = service.endpoint().toString();
    PortException failure = read(kind, plain.replace("http://", "https://"));
    assertThat(failure.kind()).isEqualTo(Kind.NO_REPLY);
    assertThat(failure.reached()).isEqualTo(Reached.MAYBE);
    assertThat(service.requests()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"ASYNC_BUILDER, 1", "ASYNC_CLIENT, 100", "BLOCKING_CLIENT, 1"})
  void read_noConnectionFreeInThePool_isUnreachable(ClientKind kind, int mayWait) {
    service.answers(json(200, subject.answer()).withFixedDelay(1_500));
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
    try (Subject.Reader port =
        subject.over(
            kind, service.endpoint(), client -> SharedHttp.set(client, pool, blockingPool))) {
      var first = port.read(Calls.call());
      Awaitility.await().until(() -> service.requests() == 1);
      var second = port.read(Calls.call());
      var third = port.read(Calls.call());
      assertUnreachable(Calls.failure(second), true);
      assertUnreachable(Calls.failure(third), true);
      Calls.get(first.thenApply(seen -> true));
    }
  }

  @ParameterizedTest
  @EnumSource
  void read_errorInsideTheSdk_stillEnds(ClientKind kind) {
    PortException failure =
        read(
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

  private PortException read(ClientKind kind, String endpoint) {
    return read(kind, URI.create(endpoint), UnreachableContract::impatient);
  }

  private PortException read(ClientKind kind, Consumer<AwsClientBuilder<?, ?>> settings) {
    return read(kind, service.endpoint(), settings);
  }

  private PortException read(
      ClientKind kind, URI endpoint, Consumer<AwsClientBuilder<?, ?>> settings) {
    try (Subject.Reader port = subject.over(kind, endpoint, settings)) {
      return Calls.failure(port.read(Calls.call(ofSeconds(10))));
    }
  }

  /** For where nothing listens. */
  protected static void impatient(AwsClientBuilder<?, ?> client) {
    SharedHttp.set(client, IMPATIENT, SharedHttp.BLOCKING);
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

package dev.dialtone.connect;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR;

import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.RecordedRequest;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;
import software.amazon.awssdk.services.connect.ConnectBaseClientBuilder;
import software.amazon.awssdk.services.connect.ConnectClient;

/** The client's settings are the user's; only the retries are ours. */
class UsersSettingsTest {
  private static final PhoneNumberId ID = PhoneNumberId.of("0a1b2c3d-0000-4000-8000-00000000000a");
  private static final String DESCRIBE = "DescribePhoneNumber";
  private static final ExecutionAttribute<String> TENANT = new ExecutionAttribute<>("tenant");

  private final OverHttp world = new OverHttp(ZERO);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource
  void interceptor_ofTheUser_seesTheCallOnceAndAddsItsHeader(ClientKind kind) {
    var seen = new ConcurrentLinkedQueue<String>();
    describe(kind, override(with -> with.addExecutionInterceptor(new Noting(seen))));
    assertThat(seen).containsExactly("before", "after 404", "failed");
    assertThat(sent().headers()).containsEntry("x-from-interceptor", "yes");
  }

  @ParameterizedTest
  @EnumSource
  void interceptorThatThrows_beforeSending_isUnreachableWithoutARequest(ClientKind kind) {
    var failure =
        describe(
            kind,
            override(
                with ->
                    with.addExecutionInterceptor(
                        new ExecutionInterceptor() {
                          @Override
                          public void beforeTransmission(
                              Context.BeforeTransmission context, ExecutionAttributes attributes) {
                            throw new IllegalStateException("not today");
                          }
                        })));
    assertThat(failure.reached()).isEqualTo(Reached.NO);
    assertThat(failure.retryable()).isFalse();
    assertThat(failure).hasMessageContaining("not today");
    assertThat(world.requests(DESCRIBE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void interceptorThatCannotConnect_afterTheReply_isNoSignThatNothingWasSent(ClientKind kind) {
    var failure =
        describe(
            kind,
            override(
                with ->
                    with.addExecutionInterceptor(
                        new ExecutionInterceptor() {
                          @Override
                          public void afterTransmission(
                              Context.AfterTransmission context, ExecutionAttributes attributes) {
                            throw new UncheckedIOException(new ConnectException("audit server"));
                          }
                        })));
    assertThat(failure.reached()).isEqualTo(Reached.MAYBE);
    assertThat(failure.requestId()).isPresent();
  }

  @Test
  void decorator_withoutConfiguration_isRefusedWithWhatToDo() {
    ConnectClient decorator =
        new ConnectClient() {
          @Override
          public String serviceName() {
            return "connect";
          }

          @Override
          public void close() {}
        };
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConnectAdapter.of(decorator))
        .withMessageContaining("serviceClientConfiguration()");
  }

  @ParameterizedTest
  @EnumSource
  void headersAndPlugin_ofTheUser_countOnce(ClientKind kind) {
    var seen = new ConcurrentLinkedQueue<String>();
    describe(
        kind,
        client -> {
          client.overrideConfiguration(with -> with.putHeader("X-Team", "voice"));
          client.addPlugin(plugin(new Noting(seen)));
        });
    assertThat(seen).containsExactly("before", "after 404", "failed");
    assertThat(sent().headers()).containsEntry("x-team", "voice").containsEntry("x-plugin", "yes");
  }

  /** What a user's interceptor is told by the client must not vanish behind what we tell ours. */
  @ParameterizedTest
  @EnumSource
  void executionAttribute_ofTheUser_reachesTheInterceptor(ClientKind kind) {
    var seen = new ConcurrentLinkedQueue<String>();
    describe(
        kind,
        override(
            with ->
                with.putExecutionAttribute(TENANT, "acme")
                    .addExecutionInterceptor(
                        new ExecutionInterceptor() {
                          @Override
                          public void beforeTransmission(
                              Context.BeforeTransmission context, ExecutionAttributes attributes) {
                            seen.add(attributes.getAttribute(TENANT));
                          }
                        })));
    assertThat(seen).containsExactly("acme");
  }

  @ParameterizedTest
  @EnumSource
  void credentials_ofTheUser_signTheRequest(ClientKind kind) {
    describe(
        kind,
        client ->
            client.credentialsProvider(
                () -> AwsSessionCredentials.create("AKIDOFTHEUSER", "secret", "session")));
    assertThat(sent().headers())
        .containsEntry("x-amz-security-token", "session")
        .extractingByKey("authorization")
        .asString()
        .contains("AKIDOFTHEUSER")
        .contains("/us-west-2/connect/aws4_request");
  }

  @Test
  void apiCallTimeout_shorterThanOurs_counts() {
    world.simulator.faults().always(DESCRIBE, Fault.latency(ofSeconds(20)));
    var failures = describe(override(with -> with.apiCallTimeout(ofSeconds(1))), Ports.call());
    assertThat(failures)
        .allSatisfy(UsersSettingsTest::assertUnanswered)
        .allSatisfy(failure -> assertThat(failure).hasMessageContaining("ApiCallTimeout"));
  }

  /** Over a client that blocks, the SDK's timer may be the first to tell of our time-out. */
  @Test
  void apiCallTimeout_longerThanOurs_doesNotCount() {
    world.simulator.faults().always(DESCRIBE, Fault.latency(ofSeconds(20)));
    var settings = override(with -> with.apiCallTimeout(ofSeconds(15)));
    assertThat(describe(settings, Ports.call(ofSeconds(1))))
        .allSatisfy(UsersSettingsTest::assertUnanswered);
  }

  @Test
  void apiCallAttemptTimeout_shorterThanOurs_counts() {
    world.simulator.faults().always(DESCRIBE, Fault.latency(ofSeconds(20)));
    var settings = override(with -> with.apiCallAttemptTimeout(ofSeconds(1)));
    assertThat(describe(settings, Ports.call()))
        .allSatisfy(UsersSettingsTest::assertUnanswered)
        .allSatisfy(failure -> assertThat(failure).hasMessageContaining("ApiCallAttemptTimeout"));
  }

  @ParameterizedTest
  @EnumSource
  void httpClient_givenAsAnInstance_isUsedAndStaysOpen(ClientKind kind) {
    var own = new CountingHttpClient();
    describe(kind, own::giveTo);
    assertThat(own.requests).hasValue(1);
    assertThat(own.closed).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource
  void httpClient_givenAsABuilder_isClosedWithTheAdapterUnlessTheClientWasReady(ClientKind kind) {
    var own = new CountingHttpClient();
    describe(kind, own::giveAsBuilderTo);
    assertThat(own.requests).hasValue(1);
    assertThat(own.closed).hasValue(kind.isReady() ? 0 : 1);
    world.close();
    assertThat(own.closed).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ASYNC_BUILDER", "ASYNC_CLIENT"})
  void completionExecutor_ofTheUser_completesTheAnswer(ClientKind kind) throws Exception {
    var thread = new CompletableFuture<String>();
    try (var adapter =
        world.adapter(
            kind,
            client ->
                ((ConnectAsyncClientBuilder) client)
                    .asyncConfiguration(
                        with ->
                            with.advancedOption(
                                FUTURE_COMPLETION_EXECUTOR,
                                task -> new Thread(task, "users-own").start())))) {
      adapter
          .describe(ID, Ports.call())
          .whenComplete((value, failure) -> thread.complete(Thread.currentThread().getName()));
      assertThat(thread.get(15, SECONDS)).isEqualTo("users-own");
    }
  }

  /** The number is unknown to the stand-in, so this always fails. */
  private PortException describe(
      ClientKind kind, Consumer<ConnectBaseClientBuilder<?, ?>> settings) {
    try (var adapter = world.adapter(kind, settings)) {
      return Ports.failure(adapter.describe(ID, Ports.call()));
    }
  }

  /** The same over every kind of client at the same time, for what takes its time. */
  private List<PortException> describe(
      Consumer<ConnectBaseClientBuilder<?, ?>> settings, Call call) {
    var adapters =
        Stream.of(ClientKind.values()).map(kind -> world.adapter(kind, settings)).toList();
    var answers = adapters.stream().map(adapter -> adapter.describe(ID, call)).toList();
    var failures = answers.stream().map(Ports::failure).toList();
    adapters.forEach(ConnectAdapter::close);
    return failures;
  }

  private static SdkPlugin plugin(ExecutionInterceptor interceptor) {
    return client ->
        client.overrideConfiguration(
            client.overrideConfiguration().toBuilder()
                .putHeader("X-Plugin", "yes")
                .addExecutionInterceptor(interceptor)
                .build());
  }

  private static Consumer<ConnectBaseClientBuilder<?, ?>> override(
      Consumer<ClientOverrideConfiguration.Builder> with) {
    return client -> client.overrideConfiguration(with);
  }

  private RecordedRequest sent() {
    assertThat(world.requests(DESCRIBE)).hasSize(1);
    return world.requests(DESCRIBE).get(0);
  }

  private static void assertUnanswered(PortException failure) {
    assertThat(failure.kind()).isEqualTo(Kind.NO_REPLY);
    assertThat(failure.reached()).isEqualTo(Reached.MAYBE);
    assertThat(failure.retryable()).isTrue();
  }
}

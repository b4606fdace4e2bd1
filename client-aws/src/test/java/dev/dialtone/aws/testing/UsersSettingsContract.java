package dev.dialtone.aws.testing;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR;

import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The client's settings are the user's; only the retries are ours. */
public abstract class UsersSettingsContract extends AdapterContract {
  private static final ExecutionAttribute<String> TENANT = new ExecutionAttribute<>("tenant");

  /** For this adapter. */
  protected UsersSettingsContract(Subject<?> subject) {
    super(subject);
  }

  @BeforeEach
  void answer() {
    service.answers(RawService.error(404, "NotFoundException", "nobody"));
  }

  @ParameterizedTest
  @EnumSource
  void interceptor_ofTheUser_seesTheCallOnceAndAddsItsHeader(ClientKind kind) {
    var seen = new ConcurrentLinkedQueue<String>();
    read(kind, override(with -> with.addExecutionInterceptor(new Noting(seen))));
    assertThat(seen).containsExactly("before", "after 404", "failed");
    assertThat(service.onlyRequest()).containsEntry("x-from-interceptor", "yes");
  }

  @ParameterizedTest
  @EnumSource
  void interceptorThatThrows_beforeSending_isUnreachableWithoutARequest(ClientKind kind) {
    var failure =
        read(
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
    assertThat(service.requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void interceptorThatCannotConnect_afterTheReply_isNoSignThatNothingWasSent(ClientKind kind) {
    var failure =
        read(
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

  @ParameterizedTest
  @EnumSource
  void headersAndPlugin_ofTheUser_countOnce(ClientKind kind) {
    var seen = new ConcurrentLinkedQueue<String>();
    read(
        kind,
        client -> {
          client.overrideConfiguration(with -> with.putHeader("X-Team", "voice"));
          client.addPlugin(plugin(new Noting(seen)));
        });
    assertThat(seen).containsExactly("before", "after 404", "failed");
    assertThat(service.onlyRequest())
        .containsEntry("x-team", "voice")
        .containsEntry("x-plugin", "yes");
  }

  /** What a user's interceptor is told by the client must not vanish behind what we tell ours. */
  @ParameterizedTest
  @EnumSource
  void executionAttribute_ofTheUser_reachesTheInterceptor(ClientKind kind) {
    var seen = new ConcurrentLinkedQueue<String>();
    read(
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
    read(
        kind,
        client ->
            client.credentialsProvider(
                () -> AwsSessionCredentials.create("AKIDOFTHEUSER", "secret", "session")));
    assertThat(service.onlyRequest())
        .containsEntry("x-amz-security-token", "session")
        .extractingByKey("authorization")
        .asString()
        .contains("AKIDOFTHEUSER")
        .contains(subject.signedFor() + "/aws4_request");
  }

  @Test
  void apiCallTimeout_shorterThanOurs_counts() {
    service.answers(RawService.json(200, "{}").withFixedDelay(20_000));
    var failures = read(override(with -> with.apiCallTimeout(ofSeconds(1))), Calls.call());
    assertThat(failures)
        .allSatisfy(UsersSettingsContract::assertUnanswered)
        .allSatisfy(failure -> assertThat(failure).hasMessageContaining("ApiCallTimeout"));
  }

  /** Over a client that blocks, the SDK's timer may be the first to tell of our time-out. */
  @Test
  void apiCallTimeout_longerThanOurs_doesNotCount() {
    service.answers(RawService.json(200, "{}").withFixedDelay(20_000));
    var settings = override(with -> with.apiCallTimeout(ofSeconds(15)));
    assertThat(read(settings, Calls.call(ofSeconds(1))))
        .allSatisfy(UsersSettingsContract::assertUnanswered);
  }

  @Test
  void apiCallAttemptTimeout_shorterThanOurs_counts() {
    service.answers(RawService.json(200, "{}").withFixedDelay(20_000));
    var settings = override(with -> with.apiCallAttemptTimeout(ofSeconds(1)));
    assertThat(read(settings, Calls.call()))
        .allSatisfy(UsersSettingsContract::assertUnanswered)
        .allSatisfy(failure -> assertThat(failure).hasMessageContaining("ApiCallAttemptTimeout"));
  }

  @ParameterizedTest
  @EnumSource
  void httpClient_givenAsAnInstance_isUsedAndStaysOpen(ClientKind kind) {
    var own = new CountingHttpClient();
    read(kind, own::giveTo);
    assertThat(own.requests()).isEqualTo(1);
    assertThat(own.closed()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void httpClient_givenAsABuilder_isClosedWithTheAdapterUnlessTheClientWasReady(ClientKind kind) {
    var own = new CountingHttpClient();
    read(kind, own::giveAsBuilderTo);
    assertThat(own.requests()).isEqualTo(1);
    assertThat(own.closed()).isEqualTo(kind.isReady() ? 0 : 1);
    subject.close();
    assertThat(own.closed()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ASYNC_BUILDER", "ASYNC_CLIENT"})
  void completionExecutor_ofTheUser_completesTheAnswer(ClientKind kind) throws Exception {
    String thread =
        threadOfTheAnswer(
            kind,
            client ->
                ((SdkAsyncClientBuilder<?, ?>) client)
                    .asyncConfiguration(
                        with ->
                            with.advancedOption(
                                FUTURE_COMPLETION_EXECUTOR,
                                task -> new Thread(task, "users-own").start())));
    assertThat(thread).isEqualTo("users-own");
  }

  @Test
  void completionExecutor_ofNobody_answersWhereTheReplyArrives() throws Exception {
    assertThat(threadOfTheAnswer(ClientKind.ASYNC_BUILDER, client -> {}))
        .doesNotStartWith("sdk-async-response");
  }

  private String threadOfTheAnswer(ClientKind kind, Consumer<AwsClientBuilder<?, ?>> settings)
      throws Exception {
    var thread = new CompletableFuture<String>();
    try (var adapter = subject.over(kind, service.endpoint(), settings)) {
      adapter
          .read(Calls.call())
          .whenComplete((value, failure) -> thread.complete(Thread.currentThread().getName()));
      return thread.get(15, SECONDS);
    }
  }

  /** The service knows nobody, so this always fails. */
  private PortException read(ClientKind kind, Consumer<AwsClientBuilder<?, ?>> settings) {
    try (var adapter = subject.over(kind, service.endpoint(), settings)) {
      return Calls.failure(adapter.read(Calls.call()));
    }
  }

  /** The same over every kind of client at the same time, for what takes its time. */
  private List<PortException> read(Consumer<AwsClientBuilder<?, ?>> settings, Call call) {
    var adapters =
        Stream.of(ClientKind.values())
            .map(kind -> subject.over(kind, service.endpoint(), settings))
            .toList();
    var answers = adapters.stream().map(adapter -> adapter.read(call)).toList();
    var failures = answers.stream().map(Calls::failure).toList();
    adapters.forEach(Subject.Reader::close);
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

  private static Consumer<AwsClientBuilder<?, ?>> override(
      Consumer<ClientOverrideConfiguration.Builder> with) {
    return client -> client.overrideConfiguration(with);
  }

  private static void assertUnanswered(PortException failure) {
    assertThat(failure.kind()).isEqualTo(Kind.NO_REPLY);
    assertThat(failure.reached()).isEqualTo(Reached.MAYBE);
    assertThat(failure.retryable()).isTrue();
  }
}

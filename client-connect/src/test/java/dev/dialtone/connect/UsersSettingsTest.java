package dev.dialtone.connect;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR;

import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.RecordedRequest;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;

/** The builder's settings are the user's; only the retries are ours. */
class UsersSettingsTest {
  private static final PhoneNumberId ID = PhoneNumberId.of("0a1b2c3d-0000-4000-8000-00000000000a");
  private static final String DESCRIBE = "DescribePhoneNumber";

  private final OverHttp world = new OverHttp(ZERO);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void interceptor_ofTheUser_seesTheCallAndAddsItsHeader() {
    var seen = new ConcurrentLinkedQueue<String>();
    describe(override(with -> with.addExecutionInterceptor(new Noting(seen))));
    assertThat(seen).containsExactly("before", "after 404", "failed");
    assertThat(sent().headers()).containsEntry("x-from-interceptor", "yes");
  }

  @Test
  void interceptorThatThrows_beforeSending_isUnreachableWithoutARequest() {
    var failure =
        describe(
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

  @Test
  void headers_ofTheUser_areSent() {
    describe(override(with -> with.putHeader("X-Team", "voice")));
    assertThat(sent().headers()).containsEntry("x-team", "voice");
  }

  @Test
  void credentials_ofTheUser_signTheRequest() {
    describe(
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
    var failure = describe(override(with -> with.apiCallTimeout(ofSeconds(1))));
    assertUnanswered(failure);
    assertThat(failure).hasMessageContaining("ApiCallTimeout");
  }

  @Test
  void apiCallTimeout_longerThanOurs_doesNotCount() {
    world.simulator.faults().always(DESCRIBE, Fault.latency(ofSeconds(20)));
    var failure =
        describe(override(with -> with.apiCallTimeout(ofSeconds(15))), Ports.call(ofSeconds(1)));
    assertUnanswered(failure);
    assertThat(failure).hasMessageContaining("1000 ms");
  }

  @Test
  void apiCallAttemptTimeout_shorterThanOurs_counts() {
    world.simulator.faults().always(DESCRIBE, Fault.latency(ofSeconds(20)));
    var failure = describe(override(with -> with.apiCallAttemptTimeout(ofSeconds(1))));
    assertUnanswered(failure);
    assertThat(failure).hasMessageContaining("ApiCallAttemptTimeout");
  }

  @Test
  void httpClient_givenAsAnInstance_isUsedAndStaysOpen() {
    var own = new CountingHttpClient();
    describe(client -> client.httpClient(own));
    assertThat(own.requests).hasValue(1);
    assertThat(own.closed).hasValue(0);
  }

  @Test
  void httpClient_givenAsABuilder_isUsedAndClosedWithTheAdapter() {
    var own = new CountingHttpClient();
    describe(client -> client.httpClient(null).httpClientBuilder(defaults -> own));
    assertThat(own.requests).hasValue(1);
    assertThat(own.closed).hasValue(1);
  }

  @Test
  void completionExecutor_ofTheUser_completesTheAnswer() throws Exception {
    var thread = new CompletableFuture<String>();
    try (var adapter =
        ConnectAdapter.of(
            world
                .client()
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

  private PortException describe(Consumer<ConnectAsyncClientBuilder> settings) {
    return describe(settings, Ports.call());
  }

  /** The number is unknown to the stand-in, so this always fails. */
  private PortException describe(Consumer<ConnectAsyncClientBuilder> settings, Call call) {
    ConnectAsyncClientBuilder client = world.client();
    settings.accept(client);
    try (var adapter = ConnectAdapter.of(client)) {
      return Ports.failure(adapter.describe(ID, call));
    }
  }

  private static Consumer<ConnectAsyncClientBuilder> override(
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

  private record Noting(Queue<String> seen) implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      seen.add("before");
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      return context.httpRequest().copy(request -> request.putHeader("X-From-Interceptor", "yes"));
    }

    @Override
    public void afterTransmission(
        Context.AfterTransmission context, ExecutionAttributes attributes) {
      seen.add("after " + context.httpResponse().statusCode());
    }

    @Override
    public void onExecutionFailure(
        Context.FailedExecution context, ExecutionAttributes attributes) {
      seen.add("failed");
    }
  }
}

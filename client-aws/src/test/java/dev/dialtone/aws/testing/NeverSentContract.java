package dev.dialtone.aws.testing;

import static dev.dialtone.aws.testing.RawService.json;
import static dev.dialtone.aws.testing.UnreachableContract.assertUnreachable;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.PortException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What no adapter ever lets leave: without credentials in time, or after it was closed. */
public abstract class NeverSentContract extends AdapterContract {
  /** For this adapter. */
  protected NeverSentContract(Subject<?> subject) {
    super(subject);
  }

  @BeforeEach
  void answer() {
    service.answers(json(200, subject.answer()));
  }

  @ParameterizedTest
  @EnumSource
  void read_noCredentials_isUnreachableAndNotRepeated(ClientKind kind) {
    try (Subject.Reader port =
        subject.over(
            kind,
            service.endpoint(),
            client ->
                client.credentialsProvider(
                    () -> {
                      throw SdkClientException.create("no credentials here");
                    }))) {
      assertUnreachable(Calls.failure(port.read(Calls.call())), false);
    }
    assertThat(service.requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void read_credentialsTakeLongerThanTheCallMay_isUnreachableAndNeverSent(ClientKind kind) {
    var found = new CountDownLatch(1);
    var http = new CountingHttpClient();
    try (Subject.Reader port =
        subject.over(
            kind,
            service.endpoint(),
            client -> {
              client.credentialsProvider(() -> when(found));
              http.giveTo(client);
            })) {
      var moreThanThreads =
          Stream.generate(() -> port.read(Calls.call(ofMillis(300)))).limit(6).toList();
      moreThanThreads.forEach(call -> assertUnreachable(Calls.failure(call), true));
      found.countDown();
      assertThat(Calls.<Object>get(port.read(Calls.call()).thenApply(seen -> seen))).isNotNull();
    }
    assertThat(http.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void read_credentialsTakeAWhile_tellsWhenItLeavesAndNotBefore(ClientKind kind) {
    var found = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    var left = new AtomicInteger();
    try (Subject.Reader port =
        subject.over(
            kind,
            service.endpoint(),
            client ->
                client.credentialsProvider(
                    () -> {
                      asked.countDown();
                      return when(found);
                    }))) {
      CompletionStage<?> answer = port.read(Calls.call().leaving(left::incrementAndGet));
      Awaitility.await().until(() -> asked.getCount() == 0);
      assertThat(left).hasValue(0);
      found.countDown();
      assertThat(Calls.<Object>get(answer.thenApply(seen -> seen))).isNotNull();
      assertThat(left).hasValue(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void read_adapterClosed_isUnreachable(ClientKind kind) {
    Subject.Reader port = subject.over(kind, service.endpoint(), client -> {});
    port.close();
    PortException failure = Calls.failure(port.read(Calls.call()));
    assertUnreachable(failure, false);
    assertThat(failure).hasMessageContaining("closed");
  }

  @ParameterizedTest
  @EnumSource
  void close_callsHangOrWaitForAThread_endsThemUnsent(ClientKind kind) {
    var never = new CountDownLatch(1);
    var hanging = new CountDownLatch(1);
    Subject.Reader port =
        subject.over(
            kind,
            service.endpoint(),
            client ->
                client.credentialsProvider(
                    () -> {
                      hanging.countDown();
                      return when(never);
                    }));
    var calls = Stream.generate(() -> port.read(Calls.call())).limit(6).toList();
    Awaitility.await().until(() -> hanging.getCount() == 0);
    port.close();
    for (var call : calls) {
      assertThat(call.toCompletableFuture()).isDone();
      PortException failure = Calls.failure(call);
      assertUnreachable(failure, false);
      assertThat(failure).hasMessageContaining("closed");
    }
    assertThat(service.requests()).isZero();
  }

  private static AwsBasicCredentials when(CountDownLatch found) {
    try {
      found.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
    return AwsBasicCredentials.create("test", "test");
  }
}

package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.RawService.DESCRIBED;
import static dev.dialtone.connect.RawService.json;
import static dev.dialtone.connect.UnreachableTest.assertUnreachable;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.spi.PortException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What the adapter never lets leave: without credentials in time, or after it was closed. */
class NeverSentTest {
  private static final RawService SERVICE = new RawService();
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
  void describe_noCredentials_isUnreachableAndNotRepeated(ClientKind kind) {
    try (ConnectPort port =
        clients.adapter(
            kind,
            SERVICE.endpoint(),
            client ->
                client.credentialsProvider(
                    () -> {
                      throw SdkClientException.create("no credentials here");
                    }))) {
      assertUnreachable(Ports.failure(port.describe(ID, Ports.call())), false);
    }
    assertThat(SERVICE.requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void describe_credentialsTakeLongerThanTheCallMay_isUnreachableAndNeverSent(ClientKind kind) {
    var found = new CountDownLatch(1);
    var http = new CountingHttpClient();
    try (ConnectPort port =
        clients.adapter(
            kind,
            SERVICE.endpoint(),
            client -> {
              client.credentialsProvider(() -> when(found));
              http.giveTo(client);
            })) {
      var moreThanThreads =
          Stream.generate(() -> port.describe(ID, Ports.call(ofMillis(300)))).limit(6).toList();
      moreThanThreads.forEach(call -> assertUnreachable(Ports.failure(call), true));
      found.countDown();
      assertThat(Ports.get(port.describe(ID, Ports.call())).id()).isEqualTo(ID);
    }
    assertThat(http.requests).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void describe_credentialsTakeAWhile_tellsWhenItLeavesAndNotBefore(ClientKind kind) {
    var found = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    var left = new AtomicInteger();
    try (ConnectPort port =
        clients.adapter(
            kind,
            SERVICE.endpoint(),
            client ->
                client.credentialsProvider(
                    () -> {
                      asked.countDown();
                      return when(found);
                    }))) {
      var answer = port.describe(ID, new Call("t", ofSeconds(10), left::incrementAndGet));
      Awaitility.await().until(() -> asked.getCount() == 0);
      assertThat(left).hasValue(0);
      found.countDown();
      assertThat(Ports.get(answer).id()).isEqualTo(ID);
      assertThat(left).hasValue(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void describe_adapterClosed_isUnreachable(ClientKind kind) {
    ConnectPort port = clients.adapter(kind, SERVICE.endpoint());
    port.close();
    PortException failure = Ports.failure(port.describe(ID, Ports.call()));
    assertUnreachable(failure, false);
    assertThat(failure).hasMessageContaining("closed");
  }

  @ParameterizedTest
  @EnumSource
  void close_callsHangOrWaitForAThread_endsThemUnsent(ClientKind kind) {
    var never = new CountDownLatch(1);
    var hanging = new CountDownLatch(1);
    ConnectPort port =
        clients.adapter(
            kind,
            SERVICE.endpoint(),
            client ->
                client.credentialsProvider(
                    () -> {
                      hanging.countDown();
                      return when(never);
                    }));
    var calls = Stream.generate(() -> port.describe(ID, Ports.call())).limit(6).toList();
    Awaitility.await().until(() -> hanging.getCount() == 0);
    port.close();
    for (var call : calls) {
      assertThat(call.toCompletableFuture()).isDone();
      PortException failure = Ports.failure(call);
      assertUnreachable(failure, false);
      assertThat(failure).hasMessageContaining("closed");
    }
    assertThat(SERVICE.requests()).isZero();
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

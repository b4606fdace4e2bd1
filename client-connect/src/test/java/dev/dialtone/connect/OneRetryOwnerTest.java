package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.OverHttp.PATIENCE;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.aws.testing.ClientKind;
import dev.dialtone.aws.testing.RetrySettings;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.ServiceFailureException;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.testkit.Fault;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ConnectException;

/** Only the engine sends again: counted in HTTP requests. */
class OneRetryOwnerTest {
  private static final String CLAIM = "ClaimPhoneNumber";
  private static final String DESCRIBE = "DescribePhoneNumber";
  private static final PhoneNumberId ID = PhoneNumberId.of("0a1b2c3d-0000-4000-8000-00000000000a");

  private final OverHttp world = new OverHttp(ZERO);

  @AfterEach
  void close() {
    world.close();
  }

  static Stream<Arguments> clients() {
    return Stream.of(ClientKind.values())
        .flatMap(
            kind ->
                RetrySettings.all().entrySet().stream()
                    .map(users -> arguments(kind, users.getKey(), users.getValue())));
  }

  static Stream<Arguments> unreadable() {
    return Stream.of("", "{\"PhoneNumberId\":", "<html>ok</html>", "[]")
        .flatMap(body -> Stream.of(ClientKind.values()).map(kind -> arguments(kind, body)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clients")
  void anyCall_lasting503_isSentFourTimesAClaimWithOneToken(
      ClientKind kind, String name, Consumer<AwsClientBuilder<?, ?>> settings) {
    for (String operation : List.of(CLAIM, DESCRIBE)) {
      world.simulator.faults().always(operation, Fault.error(503, "ServiceUnavailable", "later"));
    }
    try (PhoneNumbers numbers = numbers(kind, settings).build()) {
      var claim = numbers.claim(NUMBER).to(world.instance).start();
      var failure =
          catchThrowableOfType(OutcomeUnknownException.class, () -> claim.await(PATIENCE));
      assertThat(failure.attempts()).isEqualTo(4);
      assertThat(failure.requestId()).isPresent();
      assertThat(world.tokens(CLAIM)).hasSize(4).containsOnly(claim.ticket().id());
      assertThat(describeFailure(numbers)).isInstanceOf(ServiceFailureException.class);
      assertThat(world.requests(DESCRIBE)).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void describe_systemPropertyAsksForRetries_isSentFourTimes(ClientKind kind) {
    String property = "aws.maxAttempts";
    System.setProperty(property, "7");
    try (PhoneNumbers numbers = numbers(kind).build()) {
      world.simulator.faults().always(DESCRIBE, Fault.error(500, "InternalServiceException", "?"));
      assertThat(describeFailure(numbers).attempts()).isEqualTo(4);
      assertThat(world.requests(DESCRIBE)).hasSize(4);
    } finally {
      System.clearProperty(property);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ASYNC_BUILDER, 1",
    "ASYNC_BUILDER, 7",
    "ASYNC_CLIENT, 1",
    "BLOCKING_BUILDER, 1",
    "BLOCKING_CLIENT, 1",
    "BLOCKING_CLIENT, 7"
  })
  void claim_attemptsSet_isSentSoOften(ClientKind kind, int attempts) {
    world.simulator.faults().always(CLAIM, Fault.error(503, "ServiceUnavailable", "later"));
    try (PhoneNumbers numbers = numbers(kind).attempts(attempts).build()) {
      var claim = numbers.claim(NUMBER).to(world.instance).start();
      assertThatThrownBy(() -> claim.await(PATIENCE)).isInstanceOf(OutcomeUnknownException.class);
      assertThat(world.tokens(CLAIM)).hasSize(attempts).containsOnly(claim.ticket().id());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, InvalidParameterException",
    "403, AccessDeniedException",
    "404, ResourceNotFoundException",
    "409, IdempotencyException",
    "429, LimitExceededException"
  })
  void anyCall_refused_isSentOnce(int status, String code) {
    for (String operation : List.of(CLAIM, DESCRIBE)) {
      world.simulator.faults().always(operation, Fault.error(status, code, "no"));
    }
    for (ClientKind kind : ClientKind.values()) {
      try (PhoneNumbers numbers = numbers(kind).build()) {
        var claim = numbers.claim(NUMBER).to(world.instance).start();
        assertThatThrownBy(() -> claim.await(PATIENCE)).isInstanceOf(PhoneNumberException.class);
        assertThat(describeFailure(numbers)).isNotNull();
      }
    }
    assertThat(world.requests(CLAIM)).hasSize(ClientKind.values().length);
    assertThat(world.requests(DESCRIBE)).hasSize(ClientKind.values().length);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void claim_unreadable200_isSentFourTimesWithOneToken(ClientKind kind, String body) {
    world.simulator.faults().always(CLAIM, Fault.answer(200, body));
    try (PhoneNumbers numbers = numbers(kind).build()) {
      var claim = numbers.claim(NUMBER).to(world.instance).start();
      var failure =
          catchThrowableOfType(OutcomeUnknownException.class, () -> claim.await(PATIENCE));
      assertThat(failure.requestId()).isPresent();
      assertThat(world.tokens(CLAIM)).hasSize(4).containsOnly(claim.ticket().id());
    }
  }

  @Test
  void ownCalls_ofAReadyClient_keepTheirRetries() {
    world.simulator.faults().always(DESCRIBE, Fault.error(503, "ServiceUnavailable", "later"));
    try (ConnectClient client = blocking(world)) {
      try (PhoneNumbers numbers = world.numbers(ConnectAdapter.of(client)).attempts(1).build()) {
        assertThat(describeFailure(numbers).attempts()).isEqualTo(1);
        assertThat(world.requests(DESCRIBE)).hasSize(1);
      }
      assertThatThrownBy(() -> client.describePhoneNumber(with -> with.phoneNumberId(ID.value())))
          .isInstanceOf(ConnectException.class);
      assertThat(world.requests(DESCRIBE)).hasSize(1 + 3);
    }
  }

  private PhoneNumbers.Builder numbers(ClientKind kind) {
    return numbers(kind, client -> {});
  }

  private PhoneNumbers.Builder numbers(ClientKind kind, Consumer<AwsClientBuilder<?, ?>> settings) {
    return world.numbers(world.adapter(kind, settings));
  }

  private static ConnectClient blocking(OverHttp world) {
    return Clients.blocking(world.simulator.endpoint())
        .overrideConfiguration(
            with ->
                with.retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(3)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .build()))
        .build();
  }

  private static PhoneNumberException describeFailure(PhoneNumbers numbers) {
    return catchThrowableOfType(
        PhoneNumberException.class, () -> numbers.describe(ID).await(PATIENCE));
  }
}

package dev.dialtone.chime;

import static dev.dialtone.chime.OverHttp.NUMBER;
import static dev.dialtone.chime.OverHttp.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.aws.testing.Calls;
import dev.dialtone.aws.testing.RetrySettings;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.ThrottledException;
import dev.dialtone.model.CallingName;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.ChimePort.Listing;
import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.model.ChimeSdkVoiceException;

/** Only the engine sends again, and what may have been taken only after reads: counted in HTTP. */
class OneRetryOwnerTest {
  private static final String UPDATE = "UpdatePhoneNumber";
  private static final String GET = "GetPhoneNumber";
  private static final String LIST = "ListPhoneNumbers";
  private static final Fault LATER = Fault.error(503, "ServiceUnavailableException", "later");
  private static final CallingName NAME = CallingName.of("ACME");

  private final OverHttp world = new OverHttp();

  @AfterEach
  void close() {
    world.close();
  }

  static Stream<Arguments> clients() {
    return Stream.of(ChimeKind.values())
        .flatMap(
            kind ->
                RetrySettings.all().entrySet().stream()
                    .map(users -> arguments(kind, users.getKey(), users.getValue())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clients")
  void anyCall_lasting503Or429_isOneRequestOfThePort(
      ChimeKind kind, String name, Consumer<AwsClientBuilder<?, ?>> settings) {
    try (ChimePort port = world.adapter(kind, settings)) {
      for (Fault fault : List.of(LATER, Fault.throttled())) {
        for (String operation : List.of(UPDATE, GET, LIST)) {
          world.always(kind, operation, fault);
        }
        var page = new Listing(Optional.empty(), 1, Optional.empty());
        Calls.failure(port.updateCallingName(NUMBER, "ACME", Calls.call()));
        Calls.failure(port.describe(NUMBER, Calls.call()));
        Calls.failure(port.list(page, Calls.call()));
      }
    }
    assertThat(world.requests(kind, UPDATE)).hasSize(2);
    assertThat(world.requests(kind, GET)).hasSize(2);
    assertThat(world.requests(kind, LIST)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void update_lasting503_isSentFourTimesWithTenSecondsOfReadsBetween(ChimeKind kind) {
    world.always(kind, UPDATE, LATER);
    try (PhoneNumbers numbers = world.numbers(kind).build()) {
      var change = numbers.updateCallingName(NUMBER, NAME).start();
      var failure =
          catchThrowableOfType(OutcomeUnknownException.class, () -> change.await(PATIENCE));
      assertThat(failure.attempts()).isEqualTo(4);
      assertThat(failure.requestId()).isPresent();
    }
    assertThat(world.requests(kind, UPDATE)).hasSize(4);
    assertThat(readsBetweenUpdates(kind)).hasSize(4).allMatch(reads -> reads >= 1);
    assertThat(readsBetweenUpdates(kind).subList(1, 4)).allMatch(reads -> reads >= 2);
  }

  /** The answer says that nothing was done, so no read is needed. */
  @ParameterizedTest
  @EnumSource
  void update_lasting429_isSentFourTimesAfterOneRead(ChimeKind kind) {
    world.always(kind, UPDATE, Fault.throttled());
    try (PhoneNumbers numbers = world.numbers(kind).build()) {
      var change = numbers.updateCallingName(NUMBER, NAME).start();
      var failure = catchThrowableOfType(ThrottledException.class, () -> change.await(PATIENCE));
      assertThat(failure.attempts()).isEqualTo(4);
    }
    assertThat(readsBetweenUpdates(kind)).containsExactly(1, 0, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "VOICE_ASYNC_BUILDER, 1",
    "VOICE_BLOCKING_CLIENT, 2",
    "LEGACY_ASYNC_CLIENT, 2",
    "LEGACY_BLOCKING_BUILDER, 1"
  })
  void update_attemptsSet_isSentSoOften(ChimeKind kind, int attempts) {
    world.always(kind, UPDATE, LATER);
    try (PhoneNumbers numbers = world.numbers(kind).attempts(attempts).build()) {
      var change = numbers.updateCallingName(NUMBER, NAME).start();
      assertThatThrownBy(() -> change.await(PATIENCE)).isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(world.requests(kind, UPDATE)).hasSize(attempts);
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadRequestException",
    "401, UnauthorizedClientException",
    "403, ForbiddenException",
    "404, NotFoundException"
  })
  void update_refused_isSentOnce(int status, String code) {
    for (ChimeKind kind : ChimeKind.values()) {
      int before = world.requests(kind, UPDATE).size();
      world.always(kind, UPDATE, Fault.error(status, code, "no"));
      try (PhoneNumbers numbers = world.numbers(kind).build()) {
        var change = numbers.updateCallingName(NUMBER, NAME).start();
        assertThatThrownBy(() -> change.await(PATIENCE)).isInstanceOf(PhoneNumberException.class);
      }
      assertThat(world.requests(kind, UPDATE)).hasSize(before + 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void describe_systemPropertyAsksForRetries_isSentFourTimes(ChimeKind kind) {
    String property = "aws.maxAttempts";
    System.setProperty(property, "7");
    try (PhoneNumbers numbers = world.numbers(kind).build()) {
      world.always(kind, GET, LATER);
      var failure =
          catchThrowableOfType(
              PhoneNumberException.class, () -> numbers.describeChime(NUMBER).await(PATIENCE));
      assertThat(failure.attempts()).isEqualTo(4);
      assertThat(world.requests(kind, GET)).hasSize(4);
    } finally {
      System.clearProperty(property);
    }
  }

  @Test
  void ownCalls_ofAReadyClient_keepTheirRetries() {
    ChimeKind kind = ChimeKind.VOICE_BLOCKING_CLIENT;
    world.always(kind, GET, LATER);
    try (ChimeSdkVoiceClient client = threeAttempts()) {
      try (ChimePort port = ChimeAdapter.voice(client)) {
        Calls.failure(port.describe(NUMBER, Calls.call()));
      }
      assertThat(world.requests(kind, GET)).hasSize(1);
      assertThatThrownBy(() -> client.getPhoneNumber(with -> with.phoneNumberId(NUMBER.value())))
          .isInstanceOf(ChimeSdkVoiceException.class);
      assertThat(world.requests(kind, GET)).hasSize(1 + 3);
    }
  }

  /** How many reads came before each update, since the one before it. */
  private List<Integer> readsBetweenUpdates(ChimeKind kind) {
    var counts = new ArrayList<Integer>();
    int reads = 0;
    for (RecordedRequest request : world.simulator.ledger().requests()) {
      if (request.operation().equals(kind.operation(UPDATE))) {
        counts.add(reads);
        reads = 0;
      } else {
        reads++;
      }
    }
    return counts;
  }

  private ChimeSdkVoiceClient threeAttempts() {
    return Clients.voice(world.simulator.voiceEndpoint())
        .overrideConfiguration(
            with ->
                with.retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(3)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .build()))
        .build();
  }
}

package dev.dialtone.caller;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dialtone.Operation;
import dev.dialtone.Outcome;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.chime.ChimeAdapter;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.CallingNameStatus;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.ProductType;
import dev.dialtone.model.Ticket;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.testing.InMemoryConnect;
import dev.dialtone.testing.VirtualTimer;
import dev.dialtone.testkit.PhoneNumberSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;

/** Every verb of Amazon Chime as a program outside this library writes it, against the stand-in. */
class CallersViewTest {
  private static final E164 SALES = E164.of("+12065550100");
  private static final E164 SUPPORT = E164.of("+12065550101");
  private static final CallingName ACME = CallingName.of("ACME SALES");
  private static final Duration PATIENCE = ofSeconds(30);
  private static final StaticCredentialsProvider ANY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any"));

  private final PhoneNumberSimulator simulator =
      PhoneNumberSimulator.builder().callingNameSettlesAfter(Duration.ZERO).start();

  enum Namespace {
    VOICE,
    LEGACY
  }

  CallersViewTest() {
    for (E164 number : List.of(SALES, SUPPORT)) {
      simulator.addVoiceNumber(number.value());
      simulator.addLegacyNumber(number.value());
    }
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @ParameterizedTest
  @EnumSource
  void rename_andClear_goWellAndHaveTickets(Namespace namespace) {
    try (PhoneNumbers numbers = numbers(namespace)) {
      Operation<ChimeNumber> rename = numbers.updateCallingName(SALES, ACME).start();
      Ticket kept = Ticket.decode(rename.ticket().encode());
      assertThat(kept).isEqualTo(rename.ticket());
      assertThat(kept.operation()).isEqualTo("UpdatePhoneNumber");
      assertThat(kept.toString()).doesNotContain("2065550100");

      ChimeNumber renamed = rename.await(PATIENCE);
      assertThat(renamed.number()).isEqualTo(SALES);
      assertThat(renamed.callingName()).contains("ACME SALES");
      assertThat(renamed.callingNameStatus()).contains(CallingNameStatus.UPDATE_SUCCEEDED);

      ChimeNumber cleared = numbers.clearCallingName(SALES).start().await(PATIENCE);
      assertThat(cleared.callingName()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void retype_describe_andList_showTheSame(Namespace namespace) {
    ProductType dialIn = ProductType.SIP_MEDIA_APPLICATION_DIAL_IN;
    try (PhoneNumbers numbers = numbers(namespace)) {
      ChimeNumber retyped = numbers.updateProductType(SALES, dialIn).start().await(PATIENCE);
      assertThat(retyped.productType()).contains(dialIn);
      assertThat(numbers.describeChime(SALES).await(PATIENCE)).isEqualTo(retyped);
      assertThat(numbers.listChime().stream())
          .extracting(ChimeNumber::number)
          .containsExactlyInAnyOrder(SALES, SUPPORT);
      assertThat(numbers.listChime().productType(dialIn).stream()).containsExactly(retyped);
    }
  }

  @ParameterizedTest
  @EnumSource
  void renames_together_tellEachItsOwnEnd(Namespace namespace) {
    E164 nobodys = E164.of("+12065550199");
    try (PhoneNumbers numbers = numbers(namespace)) {
      var batch = numbers.updateCallingNames(Map.of(SALES, ACME, SUPPORT, ACME, nobodys, ACME));
      Map<E164, Outcome<ChimeNumber>> outcomes = batch.start().await(PATIENCE);
      assertThat(outcomes).hasSize(3);
      assertThat(outcomes.get(SALES)).isInstanceOf(Outcome.Done.class);
      assertThat(numbers.describeChime(SALES).await(PATIENCE).callingName()).contains("ACME SALES");
      assertThat(outcomes.get(SUPPORT)).isInstanceOf(Outcome.Done.class);
      assertThat(outcomes.get(nobodys))
          .isInstanceOfSatisfying(
              Outcome.NotDone.class,
              not -> assertThat(not.reason().advice()).contains("namespace").doesNotContain("ARN"));
    }
  }

  @Test
  void updateName_inTheVoiceNamespace_readsBack() {
    try (PhoneNumbers numbers = numbers(Namespace.VOICE)) {
      ChimeNumber named = numbers.updateName(SALES, "Night line").start().await(PATIENCE);
      assertThat(named.name()).contains("Night line");
    }
  }

  @Test
  void updateName_inTheLegacyNamespace_isRefusedAndSendsNothing() {
    try (PhoneNumbers numbers = numbers(Namespace.LEGACY)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> numbers.updateName(SALES, "Night line"))
          .withMessageContaining("voice namespace only")
          .withMessageContaining("ChimeAdapter.voice");
    }
    assertThat(simulator.ledger().requests()).isEmpty();
  }

  @Test
  void everyVerb_withoutAnAdapterOfChime_saysWhatToAddBeforeAnythingIsSent() {
    var timer = new VirtualTimer();
    var connect = new InMemoryConnect(timer);
    try (PhoneNumbers numbers = PhoneNumbers.builder().connect(connect).timer(timer).build()) {
      List<ThrowingCallable> verbs =
          List.of(
              () -> numbers.describeChime(SALES),
              numbers::listChime,
              () -> numbers.updateCallingName(SALES, ACME),
              () -> numbers.clearCallingName(SALES),
              () -> numbers.updateCallingNames(Map.of(SALES, ACME)),
              () -> numbers.updateProductType(SALES, ProductType.VOICE_CONNECTOR),
              () -> numbers.updateName(SALES, "Night line"));
      for (ThrowingCallable verb : verbs) {
        assertThatIllegalStateException()
            .isThrownBy(verb)
            .withMessageContaining("add .chime(ChimeAdapter.voice(…)) to PhoneNumbers.builder()");
      }
    }
    assertThat(connect.calls()).isEmpty();
  }

  private PhoneNumbers numbers(Namespace namespace) {
    return PhoneNumbers.builder().chime(adapter(namespace)).build();
  }

  /** Of synchronous clients, which close at once. */
  private ChimePort adapter(Namespace namespace) {
    return switch (namespace) {
      case VOICE ->
          ChimeAdapter.voice(
              ChimeSdkVoiceClient.builder()
                  .region(Region.US_WEST_2)
                  .credentialsProvider(ANY)
                  .endpointOverride(simulator.voiceEndpoint()));
      case LEGACY ->
          ChimeAdapter.legacy(
              ChimeClient.builder()
                  .region(Region.US_EAST_1)
                  .credentialsProvider(ANY)
                  .endpointOverride(simulator.legacyEndpoint()));
    };
  }
}

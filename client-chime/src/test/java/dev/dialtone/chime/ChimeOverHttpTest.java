package dev.dialtone.chime;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.error.ConflictException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.CallingNameStatus;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.ProductType;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.testing.FastTimer;
import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.PhoneNumberSimulator;
import dev.dialtone.testkit.ProvisionedNumber;
import dev.dialtone.testkit.RecordedRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The facade over the real clients: what travels, how often, and what is told. */
class ChimeOverHttpTest {
  private static final E164 NUMBER = E164.of("+12065550100");
  private static final CallingName NAME = CallingName.of("ACME SUPPORT");
  private static final Duration PATIENCE = ofMinutes(10);
  private static final String UPDATE = "chimesdkvoice:UpdatePhoneNumber";

  private final PhoneNumberSimulator simulator =
      PhoneNumberSimulator.builder().callingNameSettlesAfter(ZERO).start();
  private final FastTimer timer = new FastTimer();
  private final PhoneNumbers numbers =
      numbers(ChimeAdapter.voice(Clients.voiceAsync(simulator.voiceEndpoint())));

  @AfterEach
  void close() {
    numbers.close();
    simulator.close();
    timer.close();
  }

  @Test
  void rename_inTheVoiceNamespace_isOneUpdateWithTheNumberEncodedOnce() {
    simulator.addVoiceNumber(NUMBER.value());
    ChimeNumber renamed = numbers.updateCallingName(NUMBER, NAME).start().await(PATIENCE);
    assertThat(renamed.callingName()).contains("ACME SUPPORT");
    assertThat(renamed.callingNameStatus()).contains(CallingNameStatus.UPDATE_SUCCEEDED);
    RecordedRequest sent = simulator.ledger().requests(UPDATE).get(0);
    assertThat(sent.method() + " " + sent.path()).isEqualTo("POST /phone-numbers/%2B12065550100");
    assertThat(sent.body()).isEqualTo("{\"CallingName\":\"ACME SUPPORT\"}");
    assertThat(sent.headers().get("authorization")).contains("/us-west-2/chime/aws4_request");
  }

  @Test
  void rename_inTheLegacyNamespace_isDoneThereAndUnknownInTheOther() {
    simulator.addLegacyNumber(NUMBER.value());
    try (PhoneNumbers old =
        numbers(ChimeAdapter.legacy(Clients.legacy(simulator.legacyEndpoint())))) {
      old.updateCallingName(NUMBER, NAME).start().await(PATIENCE);
      assertThat(old.listChime().stream()).hasSize(1);
      assertThat(
              catchThrowableOfType(
                  NotFoundException.class, () -> numbers.describeChime(NUMBER).await(PATIENCE)))
          .hasMessageContaining("*******0100");
    }
    assertThat(simulator.ledger().effects("chime:UpdatePhoneNumber")).hasSize(1);
  }

  @Test
  void region_ofTheLegacyNamespace_isTheOneThatItHas() {
    try (ChimePort legacy = ChimeAdapter.legacy(Clients.legacy(simulator.legacyEndpoint()))) {
      assertThat(legacy.region()).isEqualTo("us-east-1");
      assertThat(legacy.largestPage()).isEqualTo(99);
    }
  }

  @Test
  void rename_replyLostAfterTheEffect_isOneEffect() {
    simulator.addVoiceNumber(NUMBER.value());
    simulator.faults().next(UPDATE, Fault.replyLostAfterEffect());
    numbers.updateCallingName(NUMBER, NAME).start().await(PATIENCE);
    assertThat(simulator.ledger().requests(UPDATE)).hasSize(1);
    assertThat(simulator.ledger().effects(UPDATE)).hasSize(1);
  }

  @Test
  void rename_requestLost_isSentAgainAfterARead() {
    simulator.addVoiceNumber(NUMBER.value());
    simulator.faults().next(UPDATE, Fault.replyLostBeforeEffect());
    numbers.updateCallingName(NUMBER, NAME).start().await(PATIENCE);
    assertThat(simulator.ledger().effects(UPDATE)).hasSize(1);
    assertThat(simulator.ledger().requests(UPDATE)).hasSize(2);
    assertThat(simulator.ledger().requests("chimesdkvoice:GetPhoneNumber"))
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void productType_ofAnAssignedNumber_isAConflictWithoutAnUpdate() {
    simulator.addVoiceNumber(ProvisionedNumber.of(NUMBER.value()).assigned());
    var change =
        numbers.updateProductType(NUMBER, ProductType.SIP_MEDIA_APPLICATION_DIAL_IN).start();
    assertThat(catchThrowableOfType(ConflictException.class, () -> change.await(PATIENCE)))
        .hasMessageContaining("assigned");
    assertThat(simulator.ledger().requests(UPDATE)).isEmpty();
  }

  private PhoneNumbers numbers(ChimePort adapter) {
    return PhoneNumbers.builder()
        .chime(adapter)
        .quota(Quota.of(1_000_000, 1_000_000))
        .timer(timer)
        .build();
  }
}

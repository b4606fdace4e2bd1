package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.model.CallingNameStatus;
import software.amazon.awssdk.services.chimesdkvoice.model.NotFoundException;

class ChimeGetPhoneNumberTest {
  private final ChimeBench bench = new ChimeBench();

  ChimeGetPhoneNumberTest() {
    bench.simulator.addVoiceNumber(
        ProvisionedNumber.of(ChimeBench.NUMBER).assignedTo("abc").name("Main"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void get_e164_everythingThatTheModelHas() {
    var number = bench.get(ChimeBench.NUMBER);

    assertThat(number.phoneNumberId()).isEqualTo("%2B12065550100");
    assertThat(number.e164PhoneNumber()).isEqualTo(ChimeBench.NUMBER);
    assertThat(number.country()).isEqualTo("US");
    assertThat(number.typeAsString()).isEqualTo("Local");
    assertThat(number.productTypeAsString()).isEqualTo("VoiceConnector");
    assertThat(number.statusAsString()).isEqualTo("Assigned");
    assertThat(number.capabilities().outboundCall()).isTrue();
    assertThat(number.associations().get(0).nameAsString()).isEqualTo("VoiceConnectorId");
    assertThat(number.associations().get(0).value()).isEqualTo("abc");
    assertThat(number.callingName()).isNull();
    assertThat(number.callingNameStatusAsString()).isEqualTo("Unassigned");
    assertThat(number.createdTimestamp()).isEqualTo(bench.clock.instant());
    assertThat(number.updatedTimestamp()).isEqualTo(bench.clock.instant());
    assertThat(number.name()).isEqualTo("Main");
  }

  @Test
  void get_changed_updatedTimestampOfTheChange() {
    var created = bench.clock.instant();
    bench.clock.advance(Duration.ofMinutes(1));
    bench.nameCaller(ChimeBench.NUMBER, "ACME");

    assertThat(bench.get(ChimeBench.NUMBER).createdTimestamp()).isEqualTo(created);
    assertThat(bench.get(ChimeBench.NUMBER).updatedTimestamp()).isEqualTo(bench.clock.instant());
  }

  @Test
  void get_idOfAResponse_encodedTwiceAndNotFound() {
    String id = bench.get(ChimeBench.NUMBER).phoneNumberId();

    assertThatThrownBy(() -> bench.get(id)).isInstanceOf(NotFoundException.class);
    var requests = bench.simulator.ledger().requests("chimesdkvoice:GetPhoneNumber");
    assertThat(requests.get(0).path()).isEqualTo("/phone-numbers/%2B12065550100");
    assertThat(requests.get(1).path()).isEqualTo("/phone-numbers/%252B12065550100");
  }

  @Test
  void get_noPlus_notFound() {
    assertThatThrownBy(() -> bench.get("12065550100")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void get_otherNamespace_notFoundThereAndLegacyShowsNoName() {
    assertThatThrownBy(
            () -> bench.legacy.getPhoneNumber(request -> request.phoneNumberId(ChimeBench.NUMBER)))
        .isInstanceOf(software.amazon.awssdk.services.chime.model.NotFoundException.class);

    bench.simulator.addLegacyNumber(ProvisionedNumber.of(ChimeBench.OTHER).callingName("ACME"));
    var legacy = bench.legacy.getPhoneNumber(request -> request.phoneNumberId(ChimeBench.OTHER));
    assertThat(legacy.phoneNumber().callingName()).isEqualTo("ACME");
    assertThat(legacy.phoneNumber().phoneNumberId()).isEqualTo("%2B12065550101");
  }

  @Test
  void get_staleReads_theOldStateForAWhile() {
    bench.simulator.faults().staleReads(Duration.ofSeconds(1));
    bench.nameCaller(ChimeBench.NUMBER, "ACME");
    bench.clock.advance(Duration.ofMillis(999));
    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString()).isEqualTo("Unassigned");

    bench.clock.advance(Duration.ofMillis(1));
    assertThat(bench.get(ChimeBench.NUMBER).callingName()).isEqualTo("ACME");
  }

  @Test
  void get_statusTold_reportedUntilCleared() {
    bench.simulator.faults().status(ChimeBench.NUMBER, "WEIRD");
    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString()).isEqualTo("WEIRD");
    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatus())
        .isEqualTo(CallingNameStatus.UNKNOWN_TO_SDK_VERSION);

    bench.simulator.faults().clear();
    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString()).isEqualTo("Unassigned");
  }
}

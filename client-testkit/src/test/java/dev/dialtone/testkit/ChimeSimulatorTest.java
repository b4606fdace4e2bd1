package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChimeSimulatorTest {

  @Test
  void endpoints_threeServices_threePorts() {
    try (var simulator = PhoneNumberSimulator.builder().start()) {
      assertThat(simulator.voiceEndpoint().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
      assertThat(simulator.voiceEndpoint()).isEqualTo(simulator.voiceEndpoint());
      assertThat(simulator.legacyEndpoint())
          .isNotEqualTo(simulator.voiceEndpoint())
          .isNotEqualTo(simulator.endpoint());
    }
  }

  @Test
  void start_noChimeEndpointAsked_noServerForIt() {
    try (var simulator = PhoneNumberSimulator.builder().start()) {
      simulator.addVoiceNumber(ChimeBench.NUMBER);
      long connectOnly = serverThreads();
      simulator.voiceEndpoint();

      assertThat(serverThreads()).isGreaterThan(connectOnly);
    }
  }

  @Test
  void requests_ofOneApi_areUnknownToTheOthers() throws Exception {
    try (var bench = new ChimeBench()) {
      bench.simulator.addVoiceNumber(ChimeBench.NUMBER);

      for (var elsewhere :
          new URI[] {bench.simulator.endpoint(), bench.simulator.legacyEndpoint()}) {
        var answer = new RawHttp(elsewhere).send("GET", "/phone-numbers/%2B12065550100", "");
        assertThat(answer.statusCode()).isEqualTo(404);
      }
      var answer =
          new RawHttp(bench.simulator.voiceEndpoint()).send("POST", "/phone-number/list", "{}");
      assertThat(answer.statusCode()).isEqualTo(404);
    }
  }

  @Test
  void reset_numbersAsTheyWereAdded() {
    try (var bench = new ChimeBench()) {
      bench.simulator.addVoiceNumber(ProvisionedNumber.of(ChimeBench.NUMBER).callingName("OLD"));
      bench.nameCaller(ChimeBench.NUMBER, "ACME");
      bench.retype(ChimeBench.NUMBER, "SipMediaApplicationDialIn");
      bench.simulator.faults().failCallingName(ChimeBench.NUMBER);
      bench.simulator.faults().listWithoutCallingNameStatus();

      bench.simulator.reset();

      assertThat(bench.simulator.voiceNumbers())
          .containsExactly(ProvisionedNumber.of(ChimeBench.NUMBER).callingName("OLD"));
      assertThat(bench.simulator.ledger().effects()).isEmpty();
      assertThat(bench.simulator.ledger().requests()).isEmpty();
      bench.nameCaller(ChimeBench.NUMBER, "ACME");
      bench.settle();
      assertThat(bench.truth(ChimeBench.NUMBER).callingName()).isEqualTo("ACME");
      assertThat(
              bench.voice.listPhoneNumbers(request -> {}).phoneNumbers().get(0).callingNameStatus())
          .isNotNull();
    }
  }

  @Test
  void close_allServersStop() {
    var simulator = PhoneNumberSimulator.builder().start();
    var voice = new RawHttp(simulator.voiceEndpoint());
    simulator.close();
    simulator.close();

    assertThatThrownBy(() -> voice.send("GET", "/phone-numbers", ""))
        .isInstanceOf(IOException.class);
    assertThatIllegalStateException().isThrownBy(simulator::legacyEndpoint);
  }

  @Test
  void worldSetUp_whatChimeCouldNotHave_failsAtOnce() {
    try (var simulator = PhoneNumberSimulator.builder().start()) {
      simulator.addVoiceNumber(ChimeBench.NUMBER);
      refused(() -> simulator.addVoiceNumber(ChimeBench.NUMBER));
      refused(() -> simulator.addVoiceNumber("12065550100"));
      var number = ProvisionedNumber.of(ChimeBench.OTHER);
      refused(() -> simulator.addVoiceNumber(number.productType("BusinessCalling")));
      refused(() -> number.productType("Telegraph"));
      refused(() -> number.country("gb"));
      refused(() -> number.country("GB").productType("VoiceConnector"));
      refused(() -> number.productType("BusinessCalling").tollFree());
      refused(() -> number.tollFree().callingName("ACME"));
      refused(() -> number.callingName("A"));
      refused(() -> number.name("a/b"));
      simulator.addLegacyNumber(number.productType("BusinessCalling").assigned());
      assertThat(simulator.legacyNumbers().get(0).status()).isEqualTo("Assigned");
    }
  }

  @Test
  void builder_wrongArgument_failsAtOnce() {
    var builder = PhoneNumberSimulator.builder();
    refused(() -> builder.voicePort(-1));
    refused(() -> builder.legacyPort(65536));
    refused(() -> builder.callingNameSettlesAfter(Duration.ofMillis(-1)));
  }

  private static long serverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("qtp"))
        .count();
  }

  private static void refused(Runnable call) {
    assertThatIllegalArgumentException().isThrownBy(call::run);
  }
}

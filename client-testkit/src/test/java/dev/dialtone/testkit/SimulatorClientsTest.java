package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.ConnectClient;

class SimulatorClientsTest {
  private final PhoneNumberSimulator simulator =
      PhoneNumberSimulator.builder().region("eu-central-1").start();
  private final SimulatorClients clients = SimulatorClients.of(simulator);

  SimulatorClientsTest() {
    simulator.addVoiceNumber(ChimeBench.NUMBER);
    simulator.addLegacyNumber(ChimeBench.OTHER);
  }

  @AfterEach
  void close() {
    clients.close();
    simulator.close();
  }

  @Test
  void clients_allSix_reachTheirServer() {
    clients.connect().listPhoneNumbersV2(request -> {});
    clients.connectAsync().listPhoneNumbersV2(request -> {}).join();
    clients.voice().getPhoneNumber(request -> request.phoneNumberId(ChimeBench.NUMBER));
    clients.voiceAsync().getPhoneNumber(request -> request.phoneNumberId(ChimeBench.NUMBER)).join();
    clients.legacy().getPhoneNumber(request -> request.phoneNumberId(ChimeBench.OTHER));
    clients.legacyAsync().getPhoneNumber(request -> request.phoneNumberId(ChimeBench.OTHER)).join();

    var requests = simulator.ledger().requests();
    assertThat(requests)
        .extracting(RecordedRequest::operation)
        .containsExactly(
            "ListPhoneNumbersV2",
            "ListPhoneNumbersV2",
            "chimesdkvoice:GetPhoneNumber",
            "chimesdkvoice:GetPhoneNumber",
            "chime:GetPhoneNumber",
            "chime:GetPhoneNumber");
    assertThat(requests)
        .extracting(request -> request.headers().get("authorization"))
        .allSatisfy(signature -> assertThat(signature).contains("Credential=test/"))
        .filteredOn(signature -> signature.contains("/eu-central-1/"))
        .hasSize(4);
  }

  @Test
  void connect_askedTwice_theSameClient() {
    assertThat(clients.connect()).isSameAs(clients.connect());
  }

  @Test
  void connect_ownBuilder_keepsItsSettings() {
    var builder =
        ConnectClient.builder()
            .overrideConfiguration(settings -> settings.apiCallTimeout(Duration.ofSeconds(7)));
    try (ConnectClient own = clients.connect(builder).build()) {
      own.listPhoneNumbersV2(request -> {});

      assertThat(own.serviceClientConfiguration().overrideConfiguration().apiCallTimeout())
          .contains(Duration.ofSeconds(7));
    }
    assertThat(simulator.ledger().requests()).hasSize(1);
  }

  @Test
  void close_asynchronousClient_doesNotWaitForIt() {
    clients.connectAsync().listPhoneNumbersV2(request -> {}).join();
    long start = System.nanoTime();
    clients.close();
    simulator.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
    assertThatIllegalStateException().isThrownBy(clients::connectAsync);
  }
}

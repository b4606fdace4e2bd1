package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulatorMainTest {

  @Test
  void parse_nothing_defaults() {
    SimulatorBuilder builder = SimulatorArguments.parse();

    assertThat(builder.port()).isEqualTo(8642);
    assertThat(builder.voicePort()).isEqualTo(8643);
    assertThat(builder.legacyPort()).isEqualTo(8644);
    assertThat(builder.arns().region()).isEqualTo("us-west-2");
    assertThat(builder.settlesAfter()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void parse_all_taken() {
    SimulatorBuilder builder =
        SimulatorArguments.parse(
            "--port", "9000", "--region", "eu-west-2", "--settle-millis", "5000");

    assertThat(builder.port()).isEqualTo(9000);
    assertThat(builder.arns().region()).isEqualTo("eu-west-2");
    assertThat(builder.settlesAfter()).isEqualTo(Duration.ofSeconds(5));
    assertThat(builder.callingNameSettlesAfter()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void parse_wrong_saysWhat() {
    refused("unknown argument --prot", "--prot", "1");
    refused("--port needs a value", "--port");
    refused("--port needs a whole number, not 'x'", "--port", "x");
    refused("expected a port of 0 to 65535, not 70000", "--port", "70000");
    refused("expected zero or more", "--settle-millis", "-1");
  }

  @Test
  void furnish_printsArnsAndCommands() {
    var text = new ByteArrayOutputStream();
    try (var simulator = SimulatorArguments.parse("--port", "0").start()) {
      SimulatorMain.furnish(simulator, new PrintStream(text, true, StandardCharsets.UTF_8));

      assertThat(text.toString(StandardCharsets.UTF_8))
          .contains(
              ":instance/",
              ":traffic-distribution-group/",
              "/contact-flow/",
              ":phone-number/phone-")
          .contains("AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test")
          .contains("search-available-phone-numbers --endpoint-url " + simulator.endpoint())
          .contains(
              "chime-sdk-voice update-phone-number --endpoint-url " + simulator.voiceEndpoint())
          .contains("chime get-phone-number --endpoint-url " + simulator.legacyEndpoint());
    }
  }

  private static void refused(String message, String... args) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulatorArguments.parse(args))
        .withMessageContaining(message);
  }
}

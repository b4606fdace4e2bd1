package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulatorMainTest {

  @Test
  void parse_nothing_defaults() {
    SimulatorBuilder builder = SimulatorArguments.parse().builder();

    assertThat(builder.port()).isEqualTo(8642);
    assertThat(builder.voicePort()).isEqualTo(8643);
    assertThat(builder.legacyPort()).isEqualTo(8644);
    assertThat(builder.arns().region()).isEqualTo("us-west-2");
    assertThat(builder.settlesAfter()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void parse_settings_taken() {
    SimulatorBuilder builder =
        SimulatorArguments.parse(
                "--legacy-port",
                "7000",
                "--port",
                "9000",
                "--region",
                "eu-west-2",
                "--account",
                "444455556666",
                "--settle-millis",
                "5000",
                "--throttle",
                "2,5")
            .builder();

    assertThat(builder.port()).isEqualTo(9000);
    assertThat(builder.voicePort()).isEqualTo(9001);
    assertThat(builder.legacyPort()).isEqualTo(7000);
    assertThat(builder.arns()).isEqualTo(new Arns("eu-west-2", "444455556666"));
    assertThat(builder.settlesAfter()).isEqualTo(Duration.ofSeconds(5));
    assertThat(builder.callingNameSettlesAfter()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void parse_wrong_saysWhatAndAdvises() {
    refused("unknown option --prot: did you mean --port? --help shows all", "--prot", "1");
    refused("unknown option 8642: --help shows all", "8642");
    refused("--port needs a value: N", "--port");
    refused("--port needs a whole number, not 'x'", "--port", "x");
    refused("expected a port of 0 to 65535, not 70000", "--port", "70000");
    refused("expected zero or more", "--settle-millis", "-1");
    refused("--throttle needs RATE,BURST, for example 2,5", "--throttle", "2");
    refused("expected COUNTRY:TYPE:NUMBER", "--offer", "+18005550100");
    refused("expected a phone number type, not MOBILE", "--own", "US:MOBILE:+12065550100");
    refused("COUNT needs a whole number", "--source", "US:DID:+12065550100:x");
    refused("expected an E.164 number", "--voice-number", "2065550100");
    refused("--fault needs OPERATION=KIND", "--fault", "throttled");
    refused("no operation 'Claim'", "--fault", "Claim=throttled");
    refused("expected one of html-page, malformed-body", "--fault", "ClaimPhoneNumber=x");
    refused("PROBABILITY of 0 to 1", "--fault", "ClaimPhoneNumber=throttled:2");
  }

  @Test
  void help_namesEveryOptionFaultAndOperation() {
    assertThat(SimulatorOptions.help())
        .contains("--port N", "--own COUNTRY:TYPE:FIRST:COUNT", "--seed N", "--help")
        .contains("stuck-in-progress")
        .contains("ClaimPhoneNumber", "chimesdkvoice:UpdatePhoneNumber");
  }

  @Test
  void furnish_nothingAsked_guideHasArnsAndCommands() {
    var arguments = SimulatorArguments.parse("--port", "0");
    try (var simulator = arguments.builder().start()) {
      String guide = SimulatorGuide.of(simulator, arguments.world().furnish(simulator));

      assertThat(guide)
          .contains(
              ":instance/", ":traffic-distribution-group/", "/contact-flow/", "-number/phone-")
          .contains(
              "AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test", "AWS_DEFAULT_REGION=us-west-2")
          .contains("AWS_ENDPOINT_URL_CONNECT=" + simulator.endpoint())
          .contains("AWS_ENDPOINT_URL_CHIME_SDK_VOICE=" + simulator.voiceEndpoint())
          .contains("AWS_ENDPOINT_URL_CHIME=" + simulator.legacyEndpoint())
          .contains("inventory                   US TOLL_FREE +18005550100 x50, US DID")
          .contains("+12065550171 (ACME)")
          .doesNotContain("null");
    }
  }

  @Test
  void furnish_asked_isThereAndNothingElse() {
    var arguments =
        SimulatorArguments.parse(
            "--port",
            "0",
            "--quota",
            "1",
            "--offer",
            "GB:DID:+441632960100:3",
            "--own",
            "US:DID:+12065550100:2",
            "--voice-number",
            "+12065550111",
            "--fault",
            "ListPhoneNumbersV2=unavailable",
            "--fault",
            "ClaimPhoneNumber=throttled:0");
    try (var simulator = arguments.builder().start();
        var connect = Bench.client(simulator.endpoint())) {
      String guide = SimulatorGuide.of(simulator, arguments.world().furnish(simulator));

      assertThat(guide)
          .contains("GB DID +441632960100 x3", "US DID +12065550100 x2")
          .contains("ListPhoneNumbersV2: error ServiceUnavailableException")
          .contains("throttled with probability 0.0");
      assertThat(simulator.ledger().numbers())
          .extracting(OwnedNumber::number)
          .containsExactly("+12065550100", "+12065550101");
      assertThat(simulator.voiceNumbers()).hasSize(1);
      assertThat(simulator.legacyNumbers()).hasSize(1);
      String instance = simulator.instances().get(0);
      var found =
          connect.searchAvailablePhoneNumbers(
              request ->
                  request.targetArn(instance).phoneNumberCountryCode("GB").phoneNumberType("DID"));
      assertThat(found.availableNumbersList()).hasSize(3);
    }
  }

  private static void refused(String message, String... args) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulatorArguments.parse(args))
        .withMessageContaining(message);
  }
}

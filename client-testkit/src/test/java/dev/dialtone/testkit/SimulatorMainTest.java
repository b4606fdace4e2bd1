package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorMainTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void parse_nothing_defaults() {
    SimulatorSettings settings = settings();

    assertThat(settings.ports()).isEqualTo(new SimulatorSettings.Ports(8642, 8643, 8644));
    assertThat(settings.arns().region()).isEqualTo("us-west-2");
    assertThat(settings.rules().settling().time()).hasToString("fixed PT0.2S");
    assertThat(settings.rules().ids().seed()).isEqualTo(1);
    assertThat(settings.rules().guesses().flipped()).isEmpty();
  }

  @Test
  void parse_settings_taken() {
    SimulatorSettings settings =
        settings(
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
            "2,5",
            "--seed",
            "-9000000000",
            "--flip",
            "taken-is-invalid-parameter",
            "--flip",
            "LEGACY_CHIME_ANSWERS");

    assertThat(settings.ports()).isEqualTo(new SimulatorSettings.Ports(9000, 9001, 7000));
    assertThat(settings.arns()).isEqualTo(new Arns("eu-west-2", "444455556666"));
    assertThat(settings.rules().settling().time()).hasToString("fixed PT5S");
    assertThat(settings.callingNames().settling().time()).hasToString("fixed PT5S");
    assertThat(settings.rules().ids().seed()).isEqualTo(-9_000_000_000L);
    assertThat(settings.rules().guesses().flipped())
        .containsExactlyInAnyOrder(Guess.TAKEN_IS_INVALID_PARAMETER, Guess.LEGACY_CHIME_ANSWERS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3d|fixed PT72H",
        "fixed:500ms|fixed PT0.5S",
        "uniform:1s..5m|uniform PT1S to PT5M",
        "lognormal:2s,0.8|lognormal around PT2S",
        "lognormal:2s,0.8,24s|lognormal around PT2S, at most PT24S"
      })
  void parse_settle_isTheDistribution(String option, String time) {
    SimulatorSettings settings = settings("--settle", option);

    assertThat(settings.rules().settling().time()).hasToString(time);
    assertThat(settings.callingNames().settling().time()).hasToString(time);
  }

  @Test
  void seed_same_sameIdsAndSettleTimes() {
    assertThat(story("--seed", "7")).isEqualTo(story("--seed", "7"));
    assertThat(story("--seed", "7")).isNotEqualTo(story("--seed", "8"));
    assertThat(story()).isEqualTo(story("--seed", "1"));
  }

  @Test
  void parse_wrong_saysWhatAndAdvises() {
    refused("unknown option --prot: did you mean --port? --help shows all", "--prot", "1");
    refused("unknown option 8642: --help shows all", "8642");
    refused("--port needs a value: N", "--port");
    refused("--port needs a whole number, not 'x'", "--port", "x");
    refused("expected a port of 0 to 65535, not 70000", "--port", "70000");
    refused("expected a duration of zero or more", "--settle-millis", "-1");
    refused("--settle needs fixed:2s, uniform:1s..5s", "--settle", "normal:2s");
    refused("--settle needs", "--settle", "uniform:1s");
    refused("--settle needs", "--settle", "lognormal:1s");
    refused("expected a time like 500ms, 2s", "--settle", "soon");
    refused("the sigma of --settle needs a number", "--settle", "lognormal:1s,x");
    refused("expected at least PT5S, not PT1S", "--settle", "uniform:5s..1s");
    refused("--seed needs a whole number, not 'x'", "--seed", "x");
    refused("no guess 'x': expected one of failed-move-stays", "--flip", "x");
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
        .contains("lognormal:2s,0.8,24s")
        .contains("legacy-chime-answers")
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

  private static SimulatorSettings settings(String... args) {
    return SimulatorArguments.parse(args).builder().settings();
  }

  /** The ARNs of a fresh world, and when a claim in it settles. */
  private static List<Object> story(String... seed) {
    SimulatorArguments arguments = SimulatorArguments.parse(seed);
    var clock = new HandClock();
    SimulatorBuilder builder =
        arguments.builder().port(0).clock(clock).settlesAfter(SettleTime.lognormal(DAY, 1));
    try (var simulator = builder.start();
        var connect = Bench.client(simulator.endpoint())) {
      String instance = arguments.world().furnish(simulator).instance();
      String id =
          connect
              .claimPhoneNumber(claim -> claim.targetArn(instance).phoneNumber("+18005550100"))
              .phoneNumberId();
      int minutes = 0;
      while (simulator.ledger().numbers().get(0).status().equals("IN_PROGRESS")) {
        clock.advance(Duration.ofMinutes(1));
        minutes++;
      }
      return List.of(simulator.trafficDistributionGroups(), id, minutes);
    }
  }

  private static void refused(String message, String... args) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulatorArguments.parse(args))
        .withMessageContaining(message);
  }
}

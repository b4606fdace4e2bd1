package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class PhoneNumberSimulatorTest {

  @Test
  void start_defaults_listensOnLoopbackWithTheDefaultArns() {
    try (var simulator = PhoneNumberSimulator.builder().start()) {
      assertThat(simulator.endpoint().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
      assertThat(simulator.region()).isEqualTo("us-west-2");
      assertThat(simulator.addInstance())
          .startsWith("arn:aws:connect:us-west-2:111122223333:instance/");
    }
  }

  @Test
  void start_otherRegionAndAccount_inEveryArn() {
    var builder = PhoneNumberSimulator.builder().region("eu-central-1").account("444455556666");
    try (var simulator = builder.start()) {
      String instance = simulator.addInstance();
      String group = simulator.addTrafficDistributionGroup(instance);

      assertThat(simulator.region()).isEqualTo("eu-central-1");
      assertThat(group)
          .startsWith("arn:aws:connect:eu-central-1:444455556666:traffic-distribution-group/");
      assertThat(simulator.addFlow(instance, "Main menu")).startsWith(instance + "/contact-flow/");
    }
  }

  @Test
  void reset_afterAClaim_forgetsItAndOffersTheNumberAgain() {
    try (var bench = new Bench()) {
      var request = bench.claimOf(Bench.FIRST).clientToken(Bench.token()).build();
      String before = bench.connect.claimPhoneNumber(request).phoneNumberId();
      bench.simulator.faults().always("ClaimPhoneNumber", Fault.throttled());

      bench.simulator.reset();

      assertThat(bench.simulator.ledger().effects()).isEmpty();
      assertThat(bench.simulator.ledger().requests()).isEmpty();
      assertThat(bench.simulator.ledger().numbers()).isEmpty();
      assertThatThrownBy(() -> bench.describe(before))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThat(bench.connect.claimPhoneNumber(request).phoneNumberId()).isNotEqualTo(before);
    }
  }

  @Test
  void reset_afterAnImport_theSourceMayBeImportedAgain() {
    try (var bench = new Bench()) {
      String source = bench.source();
      bench.importFrom(source);

      bench.simulator.reset();

      assertThat(bench.simulator.ledger().numbers()).isEmpty();
      assertThat(bench.describe(bench.importFrom(source)).sourcePhoneNumberArn()).isEqualTo(source);
    }
  }

  @Test
  void close_replyStillDelayed_stopsAtOnce() throws Exception {
    var bench = new Bench();
    bench.simulator.faults().next("ClaimPhoneNumber", Fault.latency(Duration.ofMinutes(5)));
    var impatient =
        bench
            .claimOf(Bench.FIRST)
            .overrideConfiguration(settings -> settings.apiCallTimeout(Duration.ofMillis(200)))
            .build();
    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(impatient)).isNotNull();
    long start = System.nanoTime();
    bench.close();
    bench.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThatThrownBy(() -> new RawHttp(bench.simulator.endpoint()).send("GET", "/", ""))
        .isInstanceOf(IOException.class);
  }

  @Test
  void builder_wrongArgument_failsAtOnce() {
    var builder = PhoneNumberSimulator.builder();
    refused(() -> builder.port(-1));
    refused(() -> builder.port(65536));
    refused(() -> builder.region(""));
    refused(() -> builder.account("1"));
    refused(() -> builder.settlesAfter(Duration.ofMillis(-1)));
    refused(() -> builder.throttle(0, 5));
    refused(() -> builder.throttle(2, 0));
    refused(() -> builder.latency(Duration.ofMillis(-1)));
  }

  @Test
  void worldSetUp_wrongArgument_failsAtOnce() {
    try (var bench = new Bench()) {
      var simulator = bench.simulator;
      refused(() -> simulator.addTrafficDistributionGroup("unknown"));
      refused(() -> simulator.addFlow("unknown", "Main menu"));
      refused(() -> simulator.offer("us", "DID", List.of("+12065550100")));
      refused(() -> simulator.offer("US", "MOBILE", List.of("+12065550100")));
      refused(() -> simulator.offer("US", "DID", List.of("12065550100")));
      refused(() -> simulator.offer("US", "TOLL_FREE", List.of(Bench.FIRST)));
      refused(() -> simulator.offer("US", "DID", "+12065550100", 0));
      refused(() -> simulator.addSourceNumber("us", "DID", Bench.SOURCE));
      refused(() -> simulator.addSourceNumber("US", "DID", Bench.FIRST));
      bench.source();
      refused(bench::source);
      refused(() -> simulator.offer("US", "DID", List.of(Bench.SOURCE)));
    }
  }

  private static void refused(Runnable call) {
    assertThatIllegalArgumentException().isThrownBy(call::run);
  }
}

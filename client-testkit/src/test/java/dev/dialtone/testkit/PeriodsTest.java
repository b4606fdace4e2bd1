package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.AvailableNumberSummary;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.PhoneNumberType;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

/** How long a number cools down, a failed claim may be repeated, and a token is remembered. */
class PeriodsTest {

  @Test
  void release_cooledDown_anybodyMayClaimTheNumber() {
    try (var bench = new Bench()) {
      String released = bench.claimed(Bench.FIRST);
      bench.release(released);
      bench.settle();
      bench.clock.advance(Duration.ofDays(180).minusNanos(1));
      assertThatThrownBy(() -> bench.claim(Bench.FIRST))
          .isInstanceOf(InvalidParameterException.class);
      assertThat(offered(bench)).doesNotContain(Bench.FIRST);

      bench.clock.advance(Duration.ofNanos(1));
      assertThat(offered(bench)).contains(Bench.FIRST);
      assertThat(bench.claim(Bench.FIRST)).isNotEqualTo(released);
    }
  }

  @Test
  void release_shortCoolDown_asTold() {
    try (var bench = new Bench(settings -> settings.coolDown(Duration.ofHours(1)))) {
      bench.release(bench.claimed(Bench.FIRST));
      bench.settle();
      bench.clock.advance(Duration.ofHours(1));

      assertThat(bench.claimed(Bench.FIRST)).isNotEmpty();
    }
  }

  @Test
  void claim_failedForADay_isGoneAndItsNumberPublicAgain() {
    try (var bench = new Bench()) {
      bench.simulator.faults().failSettling(Bench.FIRST, "no");
      String failed = bench.claimed(Bench.FIRST);
      assertThat(offered(bench)).doesNotContain(Bench.FIRST);
      bench.clock.advance(Duration.ofDays(1));

      assertThat(offered(bench)).contains(Bench.FIRST);
      assertThatThrownBy(() -> bench.describe(failed))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThat(bench.simulator.ledger().numbers()).isEmpty();
      String again = bench.claimed(Bench.FIRST);
      assertThat(again).isNotEqualTo(failed);
      bench.clock.advance(Duration.ofDays(2));
      assertThat(bench.status(again)).isEqualTo("CLAIMED");
    }
  }

  @Test
  void claim_failedShortlyBefore_sameNumberSameId() {
    try (var bench = new Bench(settings -> settings.failedClaimsKept(Duration.ofHours(2)))) {
      bench.simulator.faults().failSettling(Bench.FIRST, "no");
      String failed = bench.claimed(Bench.FIRST);
      bench.clock.advance(Duration.ofHours(1));

      assertThat(bench.claimed(Bench.FIRST)).isEqualTo(failed);
      bench.clock.advance(Duration.ofHours(1));
      assertThat(bench.status(failed)).isEqualTo("CLAIMED");
    }
  }

  @Test
  void token_forgotten_theSameRequestIsANewOne() {
    try (var bench = new Bench(settings -> settings.tokensKept(Duration.ofDays(7)))) {
      var request = bench.claimOf(Bench.FIRST).clientToken(Bench.token()).build();
      bench.connect.claimPhoneNumber(request);
      bench.clock.advance(Duration.ofDays(7).minusNanos(1));
      bench.connect.claimPhoneNumber(request);
      bench.clock.advance(Duration.ofNanos(1));

      assertThatThrownBy(() -> bench.connect.claimPhoneNumber(request))
          .isInstanceOf(InvalidParameterException.class);
    }
  }

  private static List<String> offered(Bench bench) {
    return bench
        .connect
        .searchAvailablePhoneNumbers(
            request ->
                request
                    .targetArn(bench.instance)
                    .phoneNumberCountryCode("US")
                    .phoneNumberType(PhoneNumberType.TOLL_FREE))
        .availableNumbersList()
        .stream()
        .map(AvailableNumberSummary::phoneNumber)
        .toList();
  }
}

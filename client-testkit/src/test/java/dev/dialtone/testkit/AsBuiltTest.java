package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class AsBuiltTest {
  private static final String OWNED = "+12065550150";

  private final Bench bench = new Bench();
  private final PhoneNumberSimulator simulator = bench.simulator;

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void reset_marked_takesOutWhatWasAddedLater() {
    String group = simulator.addTrafficDistributionGroup(bench.instance);
    String source = bench.source();
    simulator.addVoiceNumber(ChimeBench.NUMBER);
    simulator.markAsBuilt();
    simulator.addTrafficDistributionGroup(simulator.addInstance());
    simulator.addFlow(bench.instance, "Later");
    simulator.offer("US", "DID", "+12065550160", 1);
    simulator.addSourceNumber("US", "DID", "+12065550161");
    simulator.own("US", "DID", OWNED, bench.instance);
    simulator.addVoiceNumber(ChimeBench.OTHER);
    simulator.addLegacyNumber(ChimeBench.OTHER);

    simulator.reset();

    assertThat(simulator.instances()).containsExactly(bench.instance);
    assertThat(simulator.trafficDistributionGroups()).containsExactly(group);
    assertThat(simulator.ledger().numbers()).isEmpty();
    assertThat(simulator.voiceNumbers())
        .extracting(ProvisionedNumber::number)
        .containsExactly(ChimeBench.NUMBER);
    assertThat(simulator.legacyNumbers()).isEmpty();
    assertThat(bench.importFrom(source)).isNotEmpty();
    bench.claim(Bench.FIRST);
    simulator.offer("US", "DID", "+12065550160", 1);
    simulator.addSourceNumber("US", "DID", "+12065550161");
  }

  @Test
  void reset_marked_faultsOfTheWorldComeBackAndLaterOnesGo() {
    simulator.faults().next("ClaimPhoneNumber", Fault.unavailable());
    simulator.faults().staleReads(Duration.ofSeconds(9));
    simulator.markAsBuilt();
    assertThatThrownBy(() -> bench.claim(Bench.FIRST)).hasMessageContaining("unavailable");
    simulator.faults().staleReads(Duration.ZERO);
    simulator.faults().always("DescribePhoneNumber", Fault.serverError());

    simulator.reset();

    assertThatThrownBy(() -> bench.claim(Bench.FIRST)).hasMessageContaining("unavailable");
    String id = bench.claim(Bench.FIRST);
    assertThatThrownBy(() -> bench.describe(id)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void reset_notMarked_keepsWhatWasAddedAndNoFault() {
    String later = simulator.addInstance();
    simulator.own("US", "DID", OWNED, later);
    simulator.faults().always("ClaimPhoneNumber", Fault.unavailable());

    simulator.reset();

    assertThat(simulator.instances()).containsExactly(bench.instance, later);
    assertThat(simulator.ledger().numbers()).hasSize(1);
    bench.claim(Bench.FIRST);
  }

  @Test
  void reset_marked_groupsHaveTheStatusesOfThen() {
    String group = simulator.addTrafficDistributionGroup(bench.instance);
    simulator.setTrafficDistributionGroupStatus(group, "CREATION_IN_PROGRESS");
    simulator.markAsBuilt();
    simulator.setTrafficDistributionGroupStatus(group, "ACTIVE");
    bench.move(bench.claimed(Bench.FIRST), group);

    simulator.reset();

    String id = bench.claimed(Bench.FIRST);
    assertThatThrownBy(() -> bench.move(id, group)).hasMessageContaining("CREATION_IN_PROGRESS");
  }

  @Test
  void reset_marked_idsAreDrawnAsFromThen() {
    simulator.own("US", "DID", OWNED, bench.instance);
    simulator.markAsBuilt();
    String instance = simulator.addInstance();
    String id = bench.claim(Bench.FIRST);

    simulator.reset();

    assertThat(simulator.addInstance()).isEqualTo(instance).isNotEqualTo(bench.instance);
    assertThatThrownBy(() -> bench.describe(id)).isInstanceOf(ResourceNotFoundException.class);
    assertThat(bench.claim(Bench.FIRST)).isEqualTo(id);
  }

  @Test
  void reset_notMarked_noIdComesBack() {
    String id = bench.claim(Bench.FIRST);

    simulator.reset();

    assertThat(bench.claim(Bench.FIRST)).isNotEqualTo(id);
  }

  @Test
  void reset_always_nothingCoolsDownAndTheClockStays() {
    bench.release(bench.claimed(Bench.FIRST));
    bench.settle();
    assertThatThrownBy(() -> bench.claim(Bench.FIRST)).hasMessageContaining("not available");
    Instant then = bench.clock.instant();

    simulator.reset();

    assertThat(bench.claimed(Bench.FIRST)).isNotEmpty();
    assertThat(simulator.ledger().effects().get(0).at()).isEqualTo(then);
  }

  @Test
  void reset_numberOfElsewhere_isAsItWasAddedAndGoesIfAddedLater() {
    String group = simulator.addTrafficDistributionGroupOf("us-east-1", bench.instance);
    String arn = simulator.addNumberElsewhere(group, "US", "DID", OWNED);
    simulator.markAsBuilt();
    String later = simulator.addNumberElsewhere(group, "US", "DID", "+12065550151");

    simulator.reset();

    assertThat(bench.status(arn)).isEqualTo("CLAIMED");
    assertThatThrownBy(() -> bench.describe(later)).isInstanceOf(ResourceNotFoundException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.own("US", "DID", "+12065550152", group));
  }

  @Test
  void own_number_isClaimedWithoutAnEffect() {
    String arn = simulator.own("US", "DID", OWNED, bench.instance);

    assertThat(bench.status(arn)).isEqualTo("CLAIMED");
    assertThat(bench.describe(arn).targetArn()).isEqualTo(bench.instance);
    assertThat(bench.describe(arn).phoneNumber()).isEqualTo(OWNED);
    assertThat(simulator.ledger().effects()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.own("US", "DID", OWNED, bench.instance));
    assertThatIllegalArgumentException().isThrownBy(() -> simulator.offer("US", "DID", OWNED, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.own("US", "DID", "+12065550151", "arn:nobody"));
  }

  @Test
  void reset_ownedNumberMovedDescribedAndReleased_isAsItWasAdded() {
    String arn = simulator.own("US", "DID", OWNED, bench.instance);
    OwnedNumber before = simulator.ledger().numbers().get(0);
    bench.claim(Bench.FIRST);
    bench.move(arn, simulator.addInstance());
    bench.settle();
    bench.describeAs(arn, "Support");
    bench.settle();
    bench.release(arn);
    bench.settle();
    assertThatThrownBy(() -> bench.describe(arn)).isInstanceOf(ResourceNotFoundException.class);

    simulator.reset();

    assertThat(simulator.ledger().numbers()).containsExactly(before);
    assertThat(bench.status(arn)).isEqualTo("CLAIMED");
  }
}

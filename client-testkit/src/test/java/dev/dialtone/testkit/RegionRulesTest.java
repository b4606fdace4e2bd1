package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.PhoneNumberType;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

/** Traffic distribution groups of another Region and in other states, and what may be imported. */
class RegionRulesTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void groupOfAnotherRegion_maySearchButNotBeClaimedOrMovedTo() {
    String group = bench.simulator.addTrafficDistributionGroupOf("us-east-1", bench.instance);
    assertThat(group).startsWith("arn:aws:connect:us-east-1:111122223333:traffic-distribution");
    var found =
        bench.connect.searchAvailablePhoneNumbers(
            request ->
                request
                    .targetArn(group)
                    .phoneNumberCountryCode("US")
                    .phoneNumberType(PhoneNumberType.TOLL_FREE));
    assertThat(found.availableNumbersList()).hasSize(10);
    String id = bench.claimed(Bench.FIRST);

    assertThatThrownBy(
            () ->
                bench.connect.claimPhoneNumber(
                    bench.claimOf(Bench.SECOND).targetArn(group).build()))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("another Region");
    assertThatThrownBy(() -> bench.move(id, group)).isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void numberOfAnotherRegion_onlyItsArnIsKnownHere() {
    String group = bench.simulator.addTrafficDistributionGroupOf("us-east-1", bench.instance);
    String arn = bench.simulator.addNumberElsewhere(group, "US", "DID", "+12065550150");
    assertThat(arn).startsWith("arn:aws:connect:us-east-1:111122223333:phone-number/");

    for (int i = 0; i < 2; i++) {
      assertThat(bench.describe(arn).targetArn()).isEqualTo(group);
      assertThat(bench.status(arn)).isEqualTo("CLAIMED");
      assertThatThrownBy(() -> bench.describe(Arns.lastPart(arn)))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThatThrownBy(() -> bench.move(arn, bench.instance))
          .isInstanceOf(InvalidParameterException.class);
      bench.release(arn);
      bench.settle();
      assertThatThrownBy(() -> bench.describe(arn)).isInstanceOf(ResourceNotFoundException.class);
      bench.simulator.reset();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> bench.simulator.addNumberElsewhere(bench.instance, "US", "DID", "+12065550151"));
  }

  @Test
  void group_changesItsStatus_onlyWhileActiveItTakesNumbers() {
    String group = bench.simulator.addTrafficDistributionGroup(bench.instance);
    String id = bench.claimed(Bench.FIRST);
    bench.simulator.setTrafficDistributionGroupStatus(group, "UPDATE_IN_PROGRESS");
    assertThatThrownBy(() -> bench.move(id, group))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("UPDATE_IN_PROGRESS");

    bench.simulator.setTrafficDistributionGroupStatus(group, "ACTIVE");
    bench.move(id, group);
    bench.settle();

    assertThat(bench.describe(id).targetArn()).isEqualTo(group);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> bench.simulator.setTrafficDistributionGroupStatus(bench.instance, "ACTIVE"));
  }

  @Test
  void import_notActiveOrOfAnotherRegion_invalidParameter() {
    String pending = bench.simulator.addSourceNumber("US", "DID", Bench.SOURCE, "PENDING");
    for (String source : new String[] {pending, pending.replace("us-west-2", "us-east-1")}) {
      assertThatThrownBy(() -> bench.importFrom(source))
          .isInstanceOf(InvalidParameterException.class);
    }
  }
}

package dev.dialtone.testkit.docs;

import static dev.dialtone.testkit.SimulatorAssertions.assertThat;

import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first test of docs/testing-with-the-stand-in.md, as a user has it. */
// docs: first test
class SupportLineTest {
  @RegisterExtension
  static final SimulatorExtension aws =
      SimulatorExtension.builder()
          .world(world -> world.offer("US", "TOLL_FREE", "+18005550100", 30))
          .build();

  @Test
  void claim_replyLost_doneOnce() {
    String instance = aws.simulator().addInstance();
    aws.simulator().faults().next("ClaimPhoneNumber", Fault.replyLostAfterEffect());

    aws.clients() // your code in place of this
        .connect()
        .claimPhoneNumber(claim -> claim.targetArn(instance).phoneNumber("+18005550100"));

    assertThat(aws.simulator()).hasEffects(1, "ClaimPhoneNumber").hasOneEffectPerOperation();
  }
}
// docs: end

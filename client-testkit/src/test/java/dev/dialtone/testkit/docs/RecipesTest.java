package dev.dialtone.testkit.docs;

import static dev.dialtone.testkit.SimulatorAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.Faults;
import dev.dialtone.testkit.Guess;
import dev.dialtone.testkit.HandClock;
import dev.dialtone.testkit.PhoneNumberSimulator;
import dev.dialtone.testkit.ProvisionedNumber;
import dev.dialtone.testkit.SettleTime;
import dev.dialtone.testkit.SimulatorBuilder;
import dev.dialtone.testkit.SimulatorExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The other blocks of docs/testing-with-the-stand-in.md: they compile, and say what exists. */
@ExtendWith(SimulatorExtension.class)
class RecipesTest {
  private static final String CLAIM = "ClaimPhoneNumber";
  private static final String MOVE = "UpdatePhoneNumber";
  private static final String DESCRIBE = "DescribePhoneNumber";

  @Test
  void world_allOfIt_isThere(PhoneNumberSimulator simulator) {
    // docs: world
    String instance = simulator.addInstance(); // with AWS's quota of 5 numbers
    String large = simulator.addInstance(100); // one more claim: 200, then FAILED
    simulator.addFlow(instance, "Main menu");
    String group = simulator.addTrafficDistributionGroup(instance); // claims and moves like it
    simulator.setTrafficDistributionGroupStatus(group, "PENDING_DELETION"); // now refused
    String far = simulator.addTrafficDistributionGroupOf("us-east-1", instance);
    simulator.addNumberElsewhere(far, "US", "DID", "+12065550199"); // its UUID says nothing here
    simulator.offer("US", "TOLL_FREE", "+18005550100", 30); // consecutive, 10 a page
    simulator.own("US", "DID", "+12065550150", large); // CLAIMED from the start, no effect
    simulator.addSourceNumber("US", "DID", "+12065550190"); // to import
    simulator.addSourceNumber("US", "DID", "+12065550191", "PENDING"); // refused
    simulator.addVoiceNumber("+12065550170"); // of Amazon Chime SDK Voice
    simulator.addLegacyNumber(ProvisionedNumber.of("+12065550180").callingName("ACME"));
    // docs: end
    assertThat(simulator.instances()).hasSize(2);
  }

  @Test
  void settings_allOfThem_accepted() {
    // docs: settings
    HandClock clock = new HandClock(); // clock.advance(ofHours(2)): two hours in no time
    SimulatorBuilder settings =
        PhoneNumberSimulator.builder()
            .clock(clock) // the system's
            .seed(42) // ids and settle times; another one each time, see simulator.seed()
            .settlesAfter(SettleTime.lognormal(ofSeconds(2), 0.8).atMost(ofSeconds(24))) // 200 ms
            .callingNameSettlesAfter(SettleTime.uniform(ofHours(1), ofHours(72))) // 200 ms
            .callingNameOnceIn(ofDays(7)) // as soon as the previous change has settled
            .callingNameReply("UpdateInProgress") // UpdateSucceeded, as AWS's examples have it
            .listsMovesAtOnce() // ListPhoneNumbersV2 shows a move when it has settled
            .listsMovesAfter(ofSeconds(30)) // the same; in place of the line above
            .throttle(2, 5) // no limit; AWS allows 2 requests a second and 5 at once
            .latency(ofMillis(40)) // none; of each reply, by the system's clock
            .churnRule() // no limit; AWS's: 200 % of the quota in 180 days
            .churnRule(300, ofDays(30)) // another
            .coolDown(ofDays(30)) // nobody gets a released number for 180 days
            .failedClaimsKept(ofHours(1)) // a failed claim keeps its number for a day
            .tokensKept(ofDays(7)) // a ClientToken means the same for ever
            .flip(Guess.TAKEN_IS_INVALID_PARAMETER) // see below
            .region("eu-central-1") // us-west-2
            .account("444455556666") // 111122223333
            .port(0) // any free one, as voicePort(…) and legacyPort(…)
            .voicePort(0)
            .legacyPort(0);
    // docs: end
    assertThat(settings).isNotNull();
  }

  @Test
  void whichRequest_allWays_accepted(PhoneNumberSimulator simulator) {
    // docs: which request
    Faults faults = simulator.faults();
    faults.next("ClaimPhoneNumber", Fault.throttled()); // the next one
    faults.next("ClaimPhoneNumber", 3, Fault.throttled()); // the next three
    faults.script("ClaimPhoneNumber", Fault.throttled(), Fault.none(), Fault.unavailable());
    faults.script("DescribePhoneNumber", nth -> nth % 10 == 0 ? Fault.throttled() : Fault.none());
    faults.sometimes("ClaimPhoneNumber", 0.05, 42, Fault.replyLostAfterEffect()); // seed 42
    faults.always("chimesdkvoice:UpdatePhoneNumber", Fault.unavailable()); // until clear()
    // docs: end
  }

  @Test
  void faults_allKinds_accepted(PhoneNumberSimulator simulator) {
    Faults faults = simulator.faults();
    // docs: recipes
    faults.next(CLAIM, Fault.throttled()); // 429, and with Retry-After: 3
    faults.next(CLAIM, Fault.throttled(Duration.ofSeconds(3)));
    faults.next(CLAIM, Fault.serverError()); // 500, nothing done
    faults.next(CLAIM, Fault.serverError().afterEffect()); // 500, and yet done
    faults.next(CLAIM, Fault.unavailable()); // 503
    faults.next(CLAIM, Fault.latency(Duration.ofSeconds(20))); // done at once, answered late
    faults.next(CLAIM, Fault.replyLostAfterEffect()); // the connection breaks: done
    faults.next(CLAIM, Fault.replyLostBeforeEffect()); // looks the same: nothing done
    faults.next(CLAIM, Fault.connectionReset()); // the same by its other name
    faults.next(CLAIM, Fault.connectionClosed()); // closed in good order, without an answer
    faults.next(CLAIM, Fault.truncatedBody()); // done; the connection ends in mid-body
    faults.next(CLAIM, Fault.malformedBody()); // done; a 200 that is no JSON
    faults.next(CLAIM, Fault.htmlPage(502)); // a proxy's page
    faults.next(CLAIM, Fault.answer(200, "")); // any body
    faults.next(CLAIM, Fault.error(418, "SomethingNewException", "New")); // any status and code
    faults.next(CLAIM, Fault.settlesAsFailed("Too many numbers")); // 200, later FAILED
    faults.failSettling("+18005550100", "Too many numbers"); // the same for one number
    faults.next(MOVE, Fault.settlesAfter(Duration.ofHours(2))); // a slow one
    faults.next(MOVE, Fault.stuckInProgress()); // IN_PROGRESS for good
    faults.next(DESCRIBE, Fault.error(404, "ResourceNotFoundException", "Not yet")); // once
    faults.notFoundAfterClaim(Duration.ofSeconds(2)); // each new number, for two seconds
    faults.staleReads(Duration.ofSeconds(2)); // the old state after each write
    faults.status("+18005550100", "SOMETHING_NEW"); // an unknown status
    faults.emptySearchPages(3); // three empty pages before each search, each with a NextToken
    faults.emptyListPages(3);
    faults.failCallingName("+12065550170"); // Chime: UpdateFailed
    faults.listWithoutCallingNameStatus(); // Chime: a list that leaves it out
    faults.clear(); // no more of it
    // docs: end
  }

  @Test
  void assertions_onAWorldThatDidNothing_hold(PhoneNumberSimulator simulator) {
    String instance = simulator.addInstance();
    simulator.own("US", "TOLL_FREE", "+18005550100", instance);
    // docs: assertions
    assertThat(simulator).hasOneEffectPerOperation(); // nothing was done twice
    assertThat(simulator).hasEffects(0, "ReleasePhoneNumber"); // nothing was given back
    assertThat(simulator).hasNumber("+18005550100", instance); // CLAIMED there
    assertThat(simulator).wasAskedAtMost(3, "DescribePhoneNumber").wasNeverAsked("TagResource");
    assertThat(simulator).neverExceeded(2, 5); // each operation: 2 a second, 5 at once
    assertThat(simulator).neverExceededTogether(2, 5); // all of them under one budget
    // docs: end
    assertThat(simulator).wasAskedAtMost(0).neverExceeded(2, 5, "ClaimPhoneNumber");
  }
}

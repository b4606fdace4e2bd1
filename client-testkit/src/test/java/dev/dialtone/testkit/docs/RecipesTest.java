package dev.dialtone.testkit.docs;

import static dev.dialtone.testkit.SimulatorAssertions.assertThat;

import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.Faults;
import dev.dialtone.testkit.PhoneNumberSimulator;
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

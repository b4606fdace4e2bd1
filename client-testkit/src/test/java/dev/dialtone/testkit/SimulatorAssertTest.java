package dev.dialtone.testkit;

import static dev.dialtone.testkit.SimulatorAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That assertions hold and fail as they should, and what they say when they fail. */
class SimulatorAssertTest {
  private static final String MOVE = "UpdatePhoneNumber";

  private final Bench bench = new Bench();
  private final PhoneNumberSimulator simulator = bench.simulator;
  private final String other = simulator.addInstance();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void hasOneEffectPerOperation_wholeLife_holds() {
    String id = bench.claimed(Bench.FIRST);
    bench.move(id, other);
    bench.settle();
    bench.move(id, bench.instance);
    bench.settle();
    bench.describeAs(id, "x");
    bench.settle();
    bench.describeAs(id, "y");
    bench.settle();
    bench.release(id);

    assertThat(simulator).hasOneEffectPerOperation();
  }

  @Test
  void hasOneEffectPerOperation_sameTokenAgain_holds() {
    var claim = bench.claimOf(Bench.FIRST).clientToken(Bench.token()).build();
    simulator.faults().next("ClaimPhoneNumber", Fault.replyLostAfterEffect());
    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim)).isNotNull();
    bench.connect.claimPhoneNumber(claim);

    assertThat(simulator).hasOneEffectPerOperation().hasEffects(1, "ClaimPhoneNumber");
  }

  @Test
  void hasOneEffectPerOperation_claimedOrMovedAgainAfterFailure_holds() {
    simulator.faults().next("ClaimPhoneNumber", Fault.settlesAsFailed("no"));
    simulator.faults().next(MOVE, Fault.settlesAsFailed("no"));
    bench.claimed(Bench.FIRST);
    String id = bench.claimed(Bench.FIRST);
    bench.move(id, other);
    bench.settle();
    bench.move(id, other);

    assertThat(simulator).hasOneEffectPerOperation();
  }

  @Test
  void hasOneEffectPerOperation_movedTwiceWithTwoTokens_tellsBothRequests() {
    String id = bench.claimed(Bench.FIRST);
    simulator.faults().next(MOVE, Fault.replyLostAfterEffect());
    assertThatThrownBy(() -> move(id, "00000000-0000-4000-8000-00000000aaaa")).isNotNull();
    bench.clock.advance(Duration.ofMillis(1234));
    move(id, "00000000-0000-4000-8000-00000000bbbb");

    failure(
        () -> assertThat(simulator).hasOneEffectPerOperation(),
        """
        Expected one effect per operation, but one was done twice:
          UpdatePhoneNumber of ********0100, instance …%s
            10:00:00.200  done, but no answer, the connection broke (token …aaaa)
            10:00:01.434  done again (token …bbbb)
          Another token is another operation to Amazon Connect: make the token once, outside the retry.
        """
            .formatted(last(other)));
  }

  @Test
  void hasOneEffectPerOperation_chimeAgainAfterUpdateFailed_holds() {
    try (var chime = new ChimeBench()) {
      chime.simulator.addVoiceNumber(ChimeBench.NUMBER);
      chime.retype(ChimeBench.NUMBER, "SipMediaApplicationDialIn");
      chime.retype(ChimeBench.NUMBER, "VoiceConnector");
      chime.simulator.faults().failCallingName(ChimeBench.NUMBER);
      chime.nameCaller(ChimeBench.NUMBER, "ACME");
      chime.settle();
      chime.nameCaller(ChimeBench.NUMBER, "ACME");

      assertThat(chime.simulator).hasOneEffectPerOperation();
    }
  }

  @Test
  void hasEffects_others_listed() {
    bench.claim(Bench.FIRST);

    failure(
        () -> assertThat(simulator).hasEffects(0, "ClaimPhoneNumber"),
        """
        Expected 0 effects of ClaimPhoneNumber, but there was 1:
          10:00:00.000  ClaimPhoneNumber of ********0100, instance …%s (token …%s)
        """
            .formatted(
                last(bench.instance), last(simulator.ledger().effects().get(0).clientToken())));
    failure(
        () -> assertThat(simulator).hasEffects(1, MOVE),
        "Expected 1 effect of UpdatePhoneNumber, but there were 0");
  }

  @Test
  void hasNumber_elsewhereOrNowhere_saysWhere() {
    bench.claimed(Bench.FIRST);
    simulator.faults().failSettling(Bench.SECOND, "Too many");
    bench.claimed(Bench.SECOND);

    assertThat(simulator).hasNumber(Bench.FIRST, bench.instance);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(simulator).hasNumber(Bench.FIRST, other))
        .withMessageStartingWith(
            "Expected ********0100 to be CLAIMED at instance …%s, but it is CLAIMED at instance …%s:"
                .formatted(last(other), last(bench.instance)))
        .withMessageContaining("ClaimPhoneNumber of ********0100");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(simulator).hasNumber(Bench.SECOND, bench.instance))
        .withMessageContaining("but it is FAILED (Too many) at instance");
    failure(
        () -> assertThat(simulator).hasNumber("+12065550111", other),
        "Expected ********0111 to be CLAIMED at instance …" + last(other) + ", but nobody has it");
  }

  @Test
  void wasAskedAtMost_more_tellsEachAndCountsWhatIsTooMuch() {
    String id = bench.claim(Bench.FIRST);
    simulator
        .faults()
        .script(
            "DescribePhoneNumber",
            Fault.throttled(),
            Fault.unavailable(),
            Fault.replyLostBeforeEffect());
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> bench.describe(id)).isNotNull();
    }
    bench.clock.advance(Duration.ofMillis(500));
    bench.describe(id);
    assertThatThrownBy(() -> bench.describe("unknown")).isNotNull();

    assertThat(simulator)
        .wasAskedAtMost(5, "DescribePhoneNumber")
        .wasAskedAtMost(6)
        .wasNeverAsked(MOVE);
    failure(
        () -> assertThat(simulator).wasAskedAtMost(2, "DescribePhoneNumber"),
        """
        Expected at most 2 requests of DescribePhoneNumber, but there were 5:
          10:00:00.000  DescribePhoneNumber: throttled with 429
          10:00:00.000  DescribePhoneNumber: a fault's answer, 503
          10:00:00.000  DescribePhoneNumber: no answer, the connection broke
          10:00:00.500  DescribePhoneNumber: read
          10:00:00.500  DescribePhoneNumber: refused with 404
        """);
    for (int i = 0; i < 20; i++) {
      bench.describe(id);
    }
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(simulator).wasNeverAsked("DescribePhoneNumber"))
        .withMessageEndingWith("\n  and 5 more");
  }

  @Test
  void neverExceeded_sixAtOnce_saysWhichCameTooEarly() {
    String id = bench.claim(Bench.FIRST);
    for (int i = 0; i < 5; i++) {
      bench.describe(id);
    }
    bench.clock.advance(Duration.ofMillis(499));
    assertThat(simulator).neverExceeded(2, 5);
    bench.describe(id);

    failure(
        () -> assertThat(simulator).neverExceeded(2, 5),
        """
        Expected DescribePhoneNumber never to exceed 2 a second and 5 at once, but 1 of 6 requests came too early, first request 6, by 0.001 s:
          10:00:00.000  DescribePhoneNumber: read
          10:00:00.000  DescribePhoneNumber: read
          10:00:00.000  DescribePhoneNumber: read
          10:00:00.000  DescribePhoneNumber: read
          10:00:00.000  DescribePhoneNumber: read
          10:00:00.499  DescribePhoneNumber: read
        """);
    assertThat(simulator).neverExceeded(2, 5, "ClaimPhoneNumber").neverExceeded(2.5, 5);
    assertThatThrownBy(() -> assertThat(simulator).neverExceededTogether(2.5, 5))
        .hasMessageContaining("all operations together never to exceed 2.5 a second");
  }

  @Test
  void operation_unknown_saysWhichThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(simulator).wasAskedAtMost(1, "Describe"))
        .withMessageContaining("DescribePhoneNumber");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(simulator).neverExceeded(0, 5, MOVE));
  }

  @Test
  void ledger_refusedReplayedAndOwner_areThere() {
    var claim = bench.claimOf(Bench.FIRST).clientToken(Bench.token()).build();
    bench.connect.claimPhoneNumber(claim);
    bench.connect.claimPhoneNumber(claim);
    assertThatThrownBy(() -> bench.claim(Bench.FIRST)).isNotNull();
    Ledger ledger = simulator.ledger();

    assertThat(ledger.refused()).hasSize(1);
    assertThat(ledger.replayed()).hasSize(1);
    assertThat(ledger.number(Bench.FIRST))
        .hasValueSatisfying(owned -> assertThat(owned.targetArn()).isEqualTo(bench.instance));
    assertThat(ledger.number(Bench.SECOND)).isEmpty();
    assertThat(ledger.effectsOn(Bench.FIRST))
        .singleElement()
        .satisfies(
            effect -> {
              assertThat(effect.clientToken()).isEqualTo(claim.clientToken());
              assertThat(ledger.requestOf(effect)).contains(ledger.requests().get(0));
            });
  }

  private void move(String id, String token) {
    bench.connect.updatePhoneNumber(
        request -> request.phoneNumberId(id).targetArn(other).clientToken(token));
  }

  private static String last(String text) {
    return text.substring(text.length() - 4);
  }

  private static void failure(ThrowingCallable assertion, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(assertion)
        .withMessage(message.strip());
  }
}

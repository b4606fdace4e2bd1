package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.ConflictException;

class ChimeCallingNameTest {
  private final ChimeBench bench = new ChimeBench();

  ChimeCallingNameTest() {
    bench.simulator.addVoiceNumber(ProvisionedNumber.of(ChimeBench.NUMBER).callingName("OLD"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void update_reply_saysSucceededAlreadyAndProvesNothing() {
    var reply = bench.nameCaller(ChimeBench.NUMBER, "ACME");

    assertThat(reply.callingName()).isEqualTo("ACME");
    assertThat(reply.callingNameStatusAsString()).isEqualTo("UpdateSucceeded");
    assertThat(bench.get(ChimeBench.NUMBER).callingName()).isEqualTo("OLD");
    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString())
        .isEqualTo("UpdateInProgress");
  }

  @Test
  void update_settled_showsTheNewName() {
    bench.nameCaller(ChimeBench.NUMBER, "ACME");
    bench.settle();

    assertThat(bench.get(ChimeBench.NUMBER).callingName()).isEqualTo("ACME");
    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString())
        .isEqualTo("UpdateSucceeded");
    assertThat(bench.dispositions(ChimeBench.UPDATE)).containsExactly(Disposition.APPLIED);
  }

  @Test
  void update_oftenerThanTold_conflictUntilTheTimeIsOver() {
    try (var strict = new ChimeBench(settings -> settings.callingNameOnceIn(Duration.ofDays(7)))) {
      strict.simulator.addVoiceNumber(ChimeBench.NUMBER);
      strict.nameCaller(ChimeBench.NUMBER, "ACME");
      strict.clock.advance(Duration.ofDays(7).minusNanos(1));
      assertThatThrownBy(() -> strict.nameCaller(ChimeBench.NUMBER, "OTHER"))
          .isInstanceOf(ConflictException.class);

      strict.clock.advance(Duration.ofNanos(1));
      strict.nameCaller(ChimeBench.NUMBER, "OTHER");
      strict.simulator.reset();
      strict.nameCaller(ChimeBench.NUMBER, "OTHER");
    }
  }

  @Test
  void update_drawnSettleTime_differsFromChangeToChange() {
    var drawn = SettleTime.uniform(Duration.ofHours(1), Duration.ofHours(72));
    try (var slow = new ChimeBench(settings -> settings.callingNameSettlesAfter(drawn).seed(7))) {
      slow.simulator.addVoiceNumber(ChimeBench.NUMBER);
      slow.nameCaller(ChimeBench.NUMBER, "ACME");
      slow.clock.advance(Duration.ofHours(1).minusNanos(1));
      assertThat(slow.truth(ChimeBench.NUMBER).callingNameStatus()).isEqualTo("UpdateInProgress");

      slow.clock.advance(Duration.ofHours(71));
      assertThat(slow.truth(ChimeBench.NUMBER).callingName()).isEqualTo("ACME");
    }
  }

  @Test
  void update_onePending_conflictForAnotherAndForTheSame() {
    bench.nameCaller(ChimeBench.NUMBER, "ACME");

    assertThatThrownBy(() -> bench.nameCaller(ChimeBench.NUMBER, "OTHER"))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> bench.nameCaller(ChimeBench.NUMBER, "ACME"))
        .isInstanceOf(ConflictException.class);
    bench.settle();
    bench.nameCaller(ChimeBench.NUMBER, "OTHER");
    assertThat(bench.simulator.ledger().effects(ChimeBench.UPDATE)).hasSize(2);
  }

  @Test
  void update_replyLost_theRepeatMeetsItsOwnChange() {
    bench.simulator.faults().next(ChimeBench.UPDATE, Fault.replyLostAfterEffect());

    assertThatThrownBy(() -> bench.nameCaller(ChimeBench.NUMBER, "ACME")).isNotNull();
    assertThatThrownBy(() -> bench.nameCaller(ChimeBench.NUMBER, "ACME"))
        .isInstanceOf(ConflictException.class);
    bench.settle();

    assertThat(bench.truth(ChimeBench.NUMBER).callingName()).isEqualTo("ACME");
    assertThat(bench.dispositions(ChimeBench.UPDATE))
        .containsExactly(Disposition.LOST, Disposition.REFUSED);
  }

  @Test
  void update_asItIsAlready_acceptedWithoutEffect() {
    bench.nameCaller(ChimeBench.NUMBER, "OLD");

    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString())
        .isEqualTo("UpdateSucceeded");
    assertThat(bench.dispositions(ChimeBench.UPDATE)).containsExactly(Disposition.REPLAYED);
    assertThat(bench.simulator.ledger().effects()).isEmpty();
  }

  @Test
  void update_toldToFail_keepsTheOldNameAndMayBeTriedAgain() {
    bench.simulator.faults().failCallingName(ChimeBench.NUMBER);
    assertThat(bench.nameCaller(ChimeBench.NUMBER, "ACME").callingNameStatusAsString())
        .isEqualTo("UpdateSucceeded");
    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString())
        .isEqualTo("UpdateInProgress");
    bench.settle();

    assertThat(bench.get(ChimeBench.NUMBER).callingName()).isEqualTo("OLD");
    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString()).isEqualTo("UpdateFailed");
    bench.nameCaller(ChimeBench.NUMBER, "ACME");
    bench.settle();
    assertThat(bench.truth(ChimeBench.NUMBER).callingName()).isEqualTo("ACME");
  }

  @Test
  void update_oldNameAfterAFailure_isANewAttempt() {
    bench.simulator.faults().failCallingName(ChimeBench.NUMBER);
    bench.nameCaller(ChimeBench.NUMBER, "ACME");
    bench.settle();
    bench.nameCaller(ChimeBench.NUMBER, "OLD");
    bench.settle();

    assertThat(bench.truth(ChimeBench.NUMBER).callingNameStatus()).isEqualTo("UpdateSucceeded");
  }

  @Test
  void update_empty_clears() {
    bench.nameCaller(ChimeBench.NUMBER, "");
    bench.settle();

    assertThat(bench.get(ChimeBench.NUMBER).callingName()).isNull();
    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString())
        .isEqualTo("UpdateSucceeded");
  }

  @Test
  void update_notACallingName_badRequest() {
    for (String name : new String[] {"A", "ACME & SONS", "SIXTEEN LETTERS!", "SIXTEEN CHARS 16"}) {
      assertThatThrownBy(() -> bench.nameCaller(ChimeBench.NUMBER, name))
          .isInstanceOf(BadRequestException.class);
    }
    bench.nameCaller(ChimeBench.NUMBER, "FIFTEEN CHARS 1");
  }

  @Test
  void update_tollFree_badRequest() {
    bench.simulator.addVoiceNumber(ProvisionedNumber.of(ChimeBench.TOLL_FREE).tollFree());

    assertThatThrownBy(() -> bench.nameCaller(ChimeBench.TOLL_FREE, "ACME"))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void update_nameAndProductTypeWhilePending_doNotDisturbIt() {
    bench.nameCaller(ChimeBench.NUMBER, "ACME");
    bench.retype(ChimeBench.NUMBER, "SipMediaApplicationDialIn");
    bench.voice.updatePhoneNumber(
        request -> request.phoneNumberId(ChimeBench.NUMBER).name("Night-line"));
    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString())
        .isEqualTo("UpdateInProgress");
    bench.settle();

    ProvisionedNumber now = bench.truth(ChimeBench.NUMBER);
    assertThat(now.callingName()).isEqualTo("ACME");
    assertThat(now.productType()).isEqualTo("SipMediaApplicationDialIn");
    assertThat(now.name()).isEqualTo("Night-line");
  }

  @Test
  void update_manyAtOnce_oneIsApplied() {
    IntStream.range(0, 16)
        .parallel()
        .forEach(
            i -> {
              try {
                bench.nameCaller(ChimeBench.NUMBER, "ACME " + i);
              } catch (ConflictException late) {
                // All but one, which is what is counted below.
              }
            });

    assertThat(bench.simulator.ledger().effects()).hasSize(1);
    assertThat(bench.dispositions(ChimeBench.UPDATE))
        .containsOnlyOnce(Disposition.APPLIED)
        .contains(Disposition.REFUSED)
        .hasSize(16);
  }

  @Test
  void update_otherSettlingTimeAndReply_asTold() {
    try (var slow =
        new ChimeBench(
            builder ->
                builder
                    .callingNameSettlesAfter(Duration.ofDays(3))
                    .callingNameReply("UpdateInProgress"))) {
      slow.simulator.addVoiceNumber(ChimeBench.NUMBER);

      assertThat(slow.nameCaller(ChimeBench.NUMBER, "ACME").callingNameStatusAsString())
          .isEqualTo("UpdateInProgress");
      slow.clock.advance(Duration.ofHours(71));
      assertThat(slow.get(ChimeBench.NUMBER).callingName()).isNull();
      slow.clock.advance(Duration.ofHours(1));
      assertThat(slow.get(ChimeBench.NUMBER).callingName()).isEqualTo("ACME");
    }
  }
}

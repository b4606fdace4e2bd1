package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.ConnectException;
import software.amazon.awssdk.services.connect.model.PhoneNumberWorkflowStatus;
import software.amazon.awssdk.services.connect.model.ThrottlingException;

class FaultsTest {
  private static final String CLAIM = "ClaimPhoneNumber";

  private final Bench bench = new Bench();
  private final Faults faults = bench.simulator.faults();
  private final ClaimPhoneNumberRequest claim =
      bench.claimOf(Bench.FIRST).clientToken(Bench.token()).build();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void replyLostAfterEffect_sentAgain_replayed() {
    faults.next(CLAIM, Fault.replyLostAfterEffect());

    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOf(SdkClientException.class);
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
    var answer = bench.connect.claimPhoneNumber(claim);

    assertThat(answer.phoneNumberId()).isEqualTo(bench.simulator.ledger().numbers().get(0).id());
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
    assertThat(bench.simulator.ledger().requests())
        .extracting(RecordedRequest::disposition)
        .containsExactly(Disposition.LOST, Disposition.REPLAYED);
    assertThat(bench.simulator.ledger().requests().get(0).status()).isZero();
  }

  @Test
  void replyLostBeforeEffect_sentAgain_applied() {
    faults.next(CLAIM, Fault.replyLostBeforeEffect());

    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOf(SdkClientException.class);
    assertThat(bench.simulator.ledger().effects()).isEmpty();
    bench.connect.claimPhoneNumber(claim);

    assertThat(bench.simulator.ledger().requests())
        .extracting(RecordedRequest::disposition)
        .containsExactly(Disposition.LOST, Disposition.APPLIED);
  }

  @Test
  void error_threeTimes_thenServedAgain() {
    faults.next(CLAIM, 3, Fault.error(503, "ServiceUnavailableException", "Busy"));

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
          .isInstanceOfSatisfying(
              ConnectException.class,
              error -> {
                assertThat(error.statusCode()).isEqualTo(503);
                assertThat(error.requestId()).isNotBlank();
                assertThat(error.awsErrorDetails().errorCode())
                    .isEqualTo("ServiceUnavailableException");
                assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("Busy");
              });
    }
    bench.connect.claimPhoneNumber(claim);
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
  }

  @Test
  void next_several_inOrderThenTheLastingOneUntilCleared() {
    faults.always(CLAIM, Fault.error(500, "Lasting", "third"));
    faults.next(CLAIM, Fault.error(500, "One", "first"));
    faults.next(CLAIM, Fault.error(500, "Two", "second"));

    for (String expected : new String[] {"first", "second", "third", "third"}) {
      assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
          .hasMessageContaining(expected);
    }
    faults.clear();
    bench.connect.claimPhoneNumber(claim);
  }

  @Test
  void throttled_withAdvice_retryAfterInWholeSeconds() {
    faults.next(CLAIM, Fault.throttled(Duration.ofMillis(1500)));

    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOfSatisfying(
            ThrottlingException.class,
            error ->
                assertThat(
                        error
                            .awsErrorDetails()
                            .sdkHttpResponse()
                            .firstMatchingHeader("Retry-After"))
                    .contains("2"));
    faults.next(CLAIM, Fault.throttled());
    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOf(ThrottlingException.class);
    assertThat(bench.simulator.ledger().requests())
        .extracting(RecordedRequest::disposition)
        .containsOnly(Disposition.THROTTLED);
  }

  @Test
  void latency_longerThanTheCallerWaits_effectWithoutAnAnswer() {
    faults.next(CLAIM, Fault.latency(Duration.ofSeconds(20)));
    var impatient =
        claim.toBuilder()
            .overrideConfiguration(settings -> settings.apiCallTimeout(Duration.ofMillis(300)))
            .build();

    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(impatient))
        .isInstanceOf(SdkClientException.class);
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
  }

  @Test
  void latency_short_answeredNotBefore() {
    faults.next(CLAIM, Fault.latency(Duration.ofMillis(150)));
    long start = System.nanoTime();
    bench.connect.claimPhoneNumber(claim);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(145));
  }

  @Test
  void answer_anyBody_asItIsAndWithoutEffect() {
    faults.next(CLAIM, Fault.answer(200, "{\"PhoneNumberId\":"));
    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOf(SdkClientException.class);
    faults.next(CLAIM, Fault.answer(200, ""));
    assertThat(bench.connect.claimPhoneNumber(claim).phoneNumberId()).isNull();
    faults.next(CLAIM, Fault.answer(502, "<html>Bad gateway</html>"));
    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOfSatisfying(
            ConnectException.class, error -> assertThat(error.statusCode()).isEqualTo(502));

    assertThat(bench.simulator.ledger().effects()).isEmpty();
    assertThat(bench.simulator.ledger().requests())
        .extracting(RecordedRequest::disposition)
        .containsOnly(Disposition.FAULTED);
  }

  @Test
  void failSettling_nextClaimOnly_failsWithThatMessage() {
    faults.failSettling(Bench.FIRST, "Total phone number limit exceeded");
    String id = bench.claimed(Bench.FIRST);

    assertThat(bench.status(id)).isEqualTo("FAILED");
    assertThat(bench.owned(id).statusMessage()).isEqualTo("Total phone number limit exceeded");
    bench.claimed(Bench.FIRST);
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
  }

  @Test
  void failSettling_move_staysAndMayBeMovedAgain() {
    String other = bench.simulator.addInstance();
    String id = bench.claimed(Bench.FIRST);
    faults.failSettling(Bench.FIRST, "no");
    bench.move(id, other);
    bench.settle();
    assertThat(bench.describe(id).targetArn()).isEqualTo(bench.instance);
    assertThat(bench.describe(id).phoneNumberStatus().message()).isEqualTo("no");

    bench.move(id, other);
    bench.settle();
    assertThat(bench.describe(id).targetArn()).isEqualTo(other);
  }

  @Test
  void status_weird_describeReportsItUntilCleared() {
    String id = bench.claimed(Bench.FIRST);
    faults.status(Bench.FIRST, "WEIRD_STATUS");
    assertThat(bench.status(id)).isEqualTo("WEIRD_STATUS");
    assertThat(bench.describe(id).phoneNumberStatus().status())
        .isEqualTo(PhoneNumberWorkflowStatus.UNKNOWN_TO_SDK_VERSION);

    faults.clear();
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
  }

  @Test
  void next_unknownOperation_saysWhichThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.next("ClaimPhonenumber", Fault.throttled()))
        .withMessageContaining("ClaimPhoneNumber");
  }

  @Test
  void emptyPages_negative_failsAtOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> faults.emptySearchPages(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> faults.emptyListPages(-1));
  }
}

package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.ConnectException;
import software.amazon.awssdk.services.connect.model.InternalServiceException;
import software.amazon.awssdk.services.connect.model.ResourceInUseException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

/** What each kind of fault does to a plain client of AWS's SDK. */
class FaultKindsTest {
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
  void connectionReset_nothingDone() {
    faults.script(CLAIM, Fault.connectionReset(), Fault.connectionClosed());

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
          .isInstanceOf(SdkClientException.class);
    }
    assertThat(bench.simulator.ledger().effects()).isEmpty();
    assertThat(bench.dispositions(CLAIM)).containsExactly(Disposition.LOST, Disposition.LOST);
  }

  @Test
  void connectionClosed_afterEffect_done() {
    faults.next(CLAIM, Fault.connectionClosed().afterEffect());

    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOf(SdkClientException.class);
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
  }

  @Test
  void serverError_beforeAndAfterEffect_theSameToTheCaller() {
    faults.script(CLAIM, Fault.serverError(), Fault.serverError().afterEffect());

    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOf(InternalServiceException.class);
    assertThat(bench.simulator.ledger().effects()).isEmpty();
    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOf(InternalServiceException.class);
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
  }

  @Test
  void truncatedBody_effectAndHalfAnAnswer() {
    faults.next(CLAIM, Fault.truncatedBody());

    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOf(SdkClientException.class);
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
    assertThat(bench.dispositions(CLAIM)).containsExactly(Disposition.FAULTED);
  }

  @Test
  void truncatedBody_onTheWire_connectionEndsTooEarly() {
    faults.next("ListPhoneNumbersV2", Fault.truncatedBody());

    assertThatThrownBy(
            () -> new RawHttp(bench.simulator.endpoint()).send("POST", "/phone-number/list", "{}"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void malformedBody_effectAndNoJson() throws Exception {
    faults.next(CLAIM, Fault.malformedBody());
    faults.next("ListPhoneNumbersV2", Fault.malformedBody());

    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOf(SdkClientException.class);
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
    var answer = new RawHttp(bench.simulator.endpoint()).send("POST", "/phone-number/list", "{}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("{{");
  }

  @Test
  void htmlPage_labelledAsOne() throws Exception {
    faults.next("ListPhoneNumbersV2", Fault.htmlPage(502));

    var answer = new RawHttp(bench.simulator.endpoint()).send("POST", "/phone-number/list", "{}");
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html");
    assertThat(answer.body()).startsWith("<html>").contains("502");
  }

  @ParameterizedTest
  @ValueSource(ints = {418, 429, 509, 599})
  void error_unknownStatusAndCode_asTold(int status) {
    faults.next(CLAIM, Fault.error(status, "SomethingNewException", "New"));

    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(claim))
        .isInstanceOfSatisfying(
            ConnectException.class,
            error -> {
              assertThat(error.statusCode()).isEqualTo(status);
              assertThat(error.awsErrorDetails().errorCode()).isEqualTo("SomethingNewException");
            });
  }

  @Test
  void settlesAsFailed_thisClaimOnly_whateverItsNumber() {
    faults.script(CLAIM, Fault.settlesAsFailed("Limit exceeded"), Fault.none());
    String failed = bench.claimed(Bench.FIRST);
    String other = bench.claimed(Bench.SECOND);

    assertThat(bench.status(failed)).isEqualTo("FAILED");
    assertThat(bench.describe(failed).phoneNumberStatus().message()).isEqualTo("Limit exceeded");
    assertThat(bench.status(other)).isEqualTo("CLAIMED");
  }

  @Test
  void settlesAsFailed_moveDescriptionAndRelease_too() {
    String id = bench.claimed(Bench.FIRST);
    for (String operation :
        new String[] {"UpdatePhoneNumber", "UpdatePhoneNumberMetadata", "ReleasePhoneNumber"}) {
      faults.next(operation, Fault.settlesAsFailed(operation));
    }
    bench.move(id, bench.simulator.addInstance());
    bench.settle();
    assertThat(bench.describe(id).phoneNumberStatus().message()).isEqualTo("UpdatePhoneNumber");
    bench.describeAs(id, "x");
    bench.settle();
    assertThat(bench.describe(id).phoneNumberStatus().message())
        .isEqualTo("UpdatePhoneNumberMetadata");
    bench.release(id);
    bench.settle();
    assertThat(bench.describe(id).phoneNumberStatus().message()).isEqualTo("ReleasePhoneNumber");
  }

  @Test
  void stuckInProgress_aYearLater_stillIsAndRefusesFollowUps() {
    faults.next(CLAIM, Fault.stuckInProgress());
    String id = bench.claim(Bench.FIRST);
    bench.clock.advance(Duration.ofDays(365));

    assertThat(bench.status(id)).isEqualTo("IN_PROGRESS");
    assertThatThrownBy(() -> bench.move(id, bench.simulator.addInstance()))
        .isInstanceOf(ResourceInUseException.class);
    bench.simulator.reset();
    assertThat(bench.status(bench.claimed(Bench.FIRST))).isEqualTo("CLAIMED");
  }

  @Test
  void settlesAfter_oneMove_takesThatLong() {
    String id = bench.claimed(Bench.FIRST);
    faults.next("UpdatePhoneNumber", Fault.settlesAfter(Duration.ofHours(2)));
    bench.move(id, bench.simulator.addInstance());
    bench.clock.advance(Duration.ofHours(2).minusNanos(1));
    assertThat(bench.status(id)).isEqualTo("IN_PROGRESS");

    bench.clock.advance(Duration.ofNanos(1));
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
  }

  @Test
  void notFoundAfterClaim_onlyTheNumberIsLate_laterChangesAreNot() {
    faults.notFoundAfterClaim(Duration.ofSeconds(1));
    String id = bench.claim(Bench.FIRST);
    bench.clock.advance(Duration.ofMillis(999));
    assertThatThrownBy(() -> bench.describe(id)).isInstanceOf(ResourceNotFoundException.class);
    assertThat(bench.connect.listPhoneNumbersV2(request -> {}).listPhoneNumbersSummaryList())
        .isEmpty();

    bench.clock.advance(Duration.ofMillis(1));
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
    bench.describeAs(id, "x");
    assertThat(bench.status(id)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void wrongArguments_failAtOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.error(199, "A", "b"));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.latency(Duration.ofNanos(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.throttled(Duration.ofNanos(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.settlesAfter(Duration.ofNanos(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.notFoundAfterClaim(Duration.ofNanos(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.sometimes(CLAIM, 1.01, 1, Fault.throttled()));
  }
}

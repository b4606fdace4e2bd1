package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.IdempotencyException;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;

class IdempotencyTest {
  private final Bench bench = new Bench();
  private final String token = Bench.token();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void claim_sameTokenAndParameters_sameAnswerAndOneEffect() {
    var request = bench.claimOf(Bench.FIRST).clientToken(token).build();

    String id = bench.connect.claimPhoneNumber(request).phoneNumberId();
    assertThat(bench.connect.claimPhoneNumber(request).phoneNumberId()).isEqualTo(id);
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
    assertThat(bench.simulator.ledger().effects("ClaimPhoneNumber").get(0).clientToken())
        .isEqualTo(token);
    assertThat(bench.simulator.ledger().requests())
        .extracting(RecordedRequest::disposition)
        .containsExactly(Disposition.APPLIED, Disposition.REPLAYED);
  }

  @Test
  void claim_sameTokenOtherParameters_idempotency() {
    bench.connect.claimPhoneNumber(bench.claimOf(Bench.FIRST).clientToken(token).build());

    var otherNumber = bench.claimOf(Bench.SECOND).clientToken(token).build();
    var otherText =
        bench.claimOf(Bench.FIRST).phoneNumberDescription("x").clientToken(token).build();
    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(otherNumber))
        .isInstanceOf(IdempotencyException.class);
    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(otherText))
        .isInstanceOf(IdempotencyException.class);
  }

  @Test
  void move_tokenOfAClaim_idempotency() {
    bench.connect.claimPhoneNumber(bench.claimOf(Bench.FIRST).clientToken(token).build());
    bench.settle();
    String id = bench.simulator.ledger().numbers().get(0).id();

    assertThatThrownBy(
            () ->
                bench.connect.updatePhoneNumber(
                    request ->
                        request.phoneNumberId(id).targetArn(bench.instance).clientToken(token)))
        .isInstanceOf(IdempotencyException.class);
  }

  @Test
  void claim_withoutToken_eachRequestIsItsOwn() throws Exception {
    String body =
        "{\"TargetArn\":\"" + bench.instance + "\",\"PhoneNumber\":\"" + Bench.FIRST + "\"}";
    RawHttp http = new RawHttp(bench.simulator.endpoint());

    assertThat(http.send("POST", "/phone-number/claim", body).statusCode()).isEqualTo(200);
    var second = http.send("POST", "/phone-number/claim", body);

    assertThat(second.statusCode()).isEqualTo(400);
    assertThat(second.body()).contains("Phone number not available");
    assertThat(bench.simulator.ledger().effects().get(0).clientToken()).isEmpty();
  }

  @Test
  void claim_refusedBefore_leavesTheTokenFree() {
    var taken = bench.claimOf(Bench.FIRST).clientToken(token).build();
    bench.claim(Bench.FIRST);

    assertThatThrownBy(() -> bench.connect.claimPhoneNumber(taken))
        .isInstanceOf(InvalidParameterException.class);
    bench.connect.claimPhoneNumber(bench.claimOf(Bench.SECOND).clientToken(token).build());
    assertThat(bench.simulator.ledger().effects()).hasSize(2);
  }
}

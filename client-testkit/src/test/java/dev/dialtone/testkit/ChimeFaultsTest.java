package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkvoice.model.ConflictException;
import software.amazon.awssdk.services.chimesdkvoice.model.ServiceFailureException;
import software.amazon.awssdk.services.chimesdkvoice.model.ServiceUnavailableException;
import software.amazon.awssdk.services.chimesdkvoice.model.ThrottledClientException;

class ChimeFaultsTest {
  private static final String GET = "chimesdkvoice:GetPhoneNumber";

  private final ChimeBench bench = new ChimeBench(builder -> builder.throttle(2, 5));
  private final Faults faults = bench.simulator.faults();

  ChimeFaultsTest() {
    bench.simulator.addVoiceNumber(ChimeBench.NUMBER);
    bench.simulator.addLegacyNumber(ChimeBench.NUMBER);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void throttled_byAFault_throttledClientWithAdvice() throws Exception {
    faults.next(GET, Fault.throttled(Duration.ofSeconds(3)));
    assertThatThrownBy(() -> bench.get(ChimeBench.NUMBER))
        .isInstanceOf(ThrottledClientException.class);

    faults.next(GET, Fault.throttled(Duration.ofSeconds(3)));
    var answer =
        new RawHttp(bench.simulator.voiceEndpoint())
            .send("GET", "/phone-numbers/%2B12065550100", "");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
        .contains("ThrottledClientException");
    assertThat(answer.headers().firstValue("Retry-After")).contains("3");
    assertThat(answer.body()).contains("\"Code\" : \"Throttled\"", "\"Message\"");
  }

  @Test
  void throttled_byTheBucket_eachOperationOfEachServiceOnItsOwn() {
    for (int i = 0; i < 5; i++) {
      bench.get(ChimeBench.NUMBER);
    }

    assertThatThrownBy(() -> bench.get(ChimeBench.NUMBER))
        .isInstanceOf(ThrottledClientException.class);
    bench.legacy.getPhoneNumber(request -> request.phoneNumberId(ChimeBench.NUMBER));
    bench.voice.listPhoneNumbers(request -> {});
    assertThat(bench.dispositions(GET)).hasSize(6).contains(Disposition.THROTTLED);
    bench.clock.advance(Duration.ofMillis(500));
    bench.get(ChimeBench.NUMBER);
  }

  @Test
  void error_ofTheService_typedAndOnlyForThatService() {
    faults.always(GET, Fault.error(503, "ServiceUnavailableException", "Busy"));

    assertThatThrownBy(() -> bench.get(ChimeBench.NUMBER))
        .isInstanceOfSatisfying(
            ServiceUnavailableException.class,
            error -> {
              assertThat(error.statusCode()).isEqualTo(503);
              assertThat(error.requestId()).isNotBlank();
              assertThat(error.awsErrorDetails().errorCode())
                  .isEqualTo("ServiceUnavailableException");
              assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("Busy");
            });
    bench.legacy.getPhoneNumber(request -> request.phoneNumberId(ChimeBench.NUMBER));
  }

  @Test
  void error_legacy_codeAndMessageAsItsModelHasThem() {
    faults.next("chime:GetPhoneNumber", Fault.error(401, "UnauthorizedClientException", "Who?"));

    assertThatThrownBy(
            () -> bench.legacy.getPhoneNumber(request -> request.phoneNumberId(ChimeBench.NUMBER)))
        .isInstanceOfSatisfying(
            software.amazon.awssdk.services.chime.model.UnauthorizedClientException.class,
            error -> {
              assertThat(error.codeAsString()).isEqualTo("Unauthorized");
              assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("Who?");
            });
  }

  @Test
  void serverError_inChimesWords_alsoAfterTheEffect() {
    faults.next(ChimeBench.UPDATE, Fault.serverError().afterEffect());

    assertThatThrownBy(() -> bench.nameCaller(ChimeBench.NUMBER, "ACME"))
        .isInstanceOf(ServiceFailureException.class);
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
  }

  @Test
  void settlesAsFailed_callingName_isUpdateFailed() {
    faults.next(ChimeBench.UPDATE, Fault.settlesAsFailed("told nobody"));
    bench.nameCaller(ChimeBench.NUMBER, "ACME");
    bench.settle();

    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString()).isEqualTo("UpdateFailed");
    assertThat(bench.get(ChimeBench.NUMBER).callingName()).isNull();
  }

  @Test
  void stuckInProgress_callingName_isPendingForGood() {
    faults.next(ChimeBench.UPDATE, Fault.stuckInProgress());
    bench.nameCaller(ChimeBench.NUMBER, "ACME");
    bench.clock.advance(Duration.ofDays(365));

    assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString())
        .isEqualTo("UpdateInProgress");
    assertThatThrownBy(() -> bench.nameCaller(ChimeBench.NUMBER, "OTHER"))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void replyLostBeforeEffect_nothingDone() {
    faults.next(ChimeBench.UPDATE, Fault.replyLostBeforeEffect());

    assertThatThrownBy(() -> bench.nameCaller(ChimeBench.NUMBER, "ACME"))
        .isInstanceOf(SdkClientException.class);
    assertThat(bench.simulator.ledger().effects()).isEmpty();
    bench.nameCaller(ChimeBench.NUMBER, "ACME");
  }

  @Test
  void latency_longerThanTheCallerWaits_effectWithoutAnAnswer() {
    faults.next(ChimeBench.UPDATE, Fault.latency(Duration.ofSeconds(20)));

    assertThatThrownBy(
            () ->
                bench.voice.updatePhoneNumber(
                    request ->
                        request
                            .phoneNumberId(ChimeBench.NUMBER)
                            .callingName("ACME")
                            .overrideConfiguration(
                                settings -> settings.apiCallTimeout(Duration.ofMillis(300)))))
        .isInstanceOf(SdkClientException.class);
    assertThat(bench.simulator.ledger().effects()).hasSize(1);
  }

  @Test
  void answer_anyBody_asItIs() {
    faults.next(GET, Fault.answer(200, "{\"PhoneNumber\":"));
    assertThatThrownBy(() -> bench.get(ChimeBench.NUMBER)).isInstanceOf(SdkClientException.class);
    faults.next(GET, Fault.answer(200, ""));
    assertThat(bench.get(ChimeBench.NUMBER)).isNull();
  }

  @Test
  void next_connectsNameOrUnknownService_meansAnotherOperation() {
    faults.next("UpdatePhoneNumber", Fault.throttled());
    bench.nameCaller(ChimeBench.NUMBER, "ACME");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.next("voice:UpdatePhoneNumber", Fault.throttled()))
        .withMessageContaining("chimesdkvoice:UpdatePhoneNumber");
  }

  @Test
  void notJson_serializationException_unknownPath_unknownOperation() throws Exception {
    var http = new RawHttp(bench.simulator.voiceEndpoint());
    var notJson = http.send("POST", "/phone-numbers/%2B12065550100", "{\"Ca");
    assertThat(notJson.statusCode()).isEqualTo(400);
    assertThat(notJson.headers().firstValue("x-amzn-ErrorType")).contains("SerializationException");

    var nowhere = http.send("GET", "/phone-number/1", "");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.headers().firstValue("x-amzn-ErrorType"))
        .contains("UnknownOperationException");
  }
}

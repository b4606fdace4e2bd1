package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.connect.model.ConnectException;
import software.amazon.awssdk.services.connect.model.FlowAssociationSummary;
import software.amazon.awssdk.services.connect.model.IdempotencyException;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

/** Each guess, flipped; that it holds otherwise is what the tests of the operations show. */
class GuessesTest {

  @Test
  void failedMove_flipped_isFailedAtTheNewTargetWithoutItsFlow() {
    try (var bench = flipped(Guess.FAILED_MOVE_STAYS_AT_THE_OLD_TARGET)) {
      String full = bench.simulator.addInstance(0);
      String id = bench.claimed(Bench.FIRST);
      bench.associate(id, bench.instance, bench.simulator.addFlow(bench.instance, "Main menu"));
      bench.move(id, full);
      assertThat(bench.describe(id).targetArn()).isEqualTo(bench.instance);
      bench.settle();

      assertThat(bench.status(id)).isEqualTo("FAILED");
      assertThat(bench.describe(id).targetArn()).isEqualTo(full);
      assertThat(bench.owned(id).contactFlowId()).isEmpty();
    }
  }

  @Test
  void takenNumber_flipped_resourceNotFound() {
    try (var bench = flipped(Guess.TAKEN_IS_INVALID_PARAMETER)) {
      bench.claim(Bench.FIRST);

      assertThatThrownBy(() -> bench.claim(Bench.FIRST))
          .isInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining("Phone number not available");
    }
  }

  @Test
  void busyNumber_flipped_takesTheNextChangeFromWhereItWouldBe() {
    try (var bench = flipped(Guess.BUSY_IS_RESOURCE_IN_USE)) {
      String other = bench.simulator.addInstance();
      String id = bench.claimed(Bench.FIRST);
      bench.move(id, other);
      bench.describeAs(id, "Night line");
      bench.settle();

      assertThat(bench.status(id)).isEqualTo("CLAIMED");
      assertThat(bench.describe(id).targetArn()).isEqualTo(other);
      assertThat(bench.describe(id).phoneNumberDescription()).isEqualTo("Night line");
    }
  }

  @Test
  void repeatedToken_flipped_idempotencyUntilItHasSettled() {
    try (var bench = flipped(Guess.REPEATED_TOKEN_IS_ANSWERED_AT_ONCE)) {
      var request = bench.claimOf(Bench.FIRST).clientToken(Bench.token()).build();
      String id = bench.connect.claimPhoneNumber(request).phoneNumberId();
      assertThatThrownBy(() -> bench.connect.claimPhoneNumber(request))
          .isInstanceOf(IdempotencyException.class);
      bench.settle();

      assertThat(bench.connect.claimPhoneNumber(request).phoneNumberId()).isEqualTo(id);
      assertThat(bench.simulator.ledger().effects()).hasSize(1);
    }
  }

  @Test
  void flowOfAMovedNumber_flipped_isShownUntilItIsOnAnother() {
    try (var bench = flipped(Guess.MOVED_NUMBER_SHOWS_NO_FLOW)) {
      String flow = bench.simulator.addFlow(bench.instance, "Main menu");
      String other = bench.simulator.addInstance();
      String id = bench.claimed(Bench.FIRST);
      bench.associate(id, bench.instance, flow);
      bench.move(id, other);
      bench.settle();

      assertThat(flowsAt(bench.instance, id, bench)).containsExactly(flow);
      assertThat(bench.owned(id).contactFlowId()).isEmpty();

      bench.associate(id, other, bench.simulator.addFlow(other, "Other menu"));
      assertThat(flowsAt(bench.instance, id, bench)).isEmpty();
    }
  }

  @Test
  void throttle_flipped_isSharedByAllOperationsOfAService() {
    try (var bench =
        new Bench(settings -> settings.throttle(2, 3).flip(Guess.THROTTLE_IS_PER_OPERATION))) {
      String id = bench.claim(Bench.FIRST);
      bench.describe(id);
      bench.connect.listPhoneNumbersV2(request -> {});

      assertThatThrownBy(() -> bench.describe(id))
          .isInstanceOfSatisfying(
              ConnectException.class, refusal -> assertThat(refusal.statusCode()).isEqualTo(429));
    }
  }

  @Test
  void churn_flipped_invalidParameter() {
    try (var bench =
        new Bench(
            settings ->
                settings.churnRule(20, Duration.ofDays(1)).flip(Guess.CHURN_IS_LIMIT_EXCEEDED))) {
      bench.claim(Bench.FIRST);

      assertThatThrownBy(() -> bench.claim(Bench.SECOND))
          .isInstanceOf(InvalidParameterException.class);
    }
  }

  @Test
  void wrongJson_flipped_theServicesOwnError() throws Exception {
    try (var bench = flipped(Guess.WRONG_JSON_IS_SERIALIZATION_EXCEPTION)) {
      var connect = new RawHttp(bench.simulator.endpoint());
      var voice = new RawHttp(bench.simulator.voiceEndpoint());
      for (String wrong : List.of("{", "{\"PhoneNumber\":7,\"CallingName\":7}")) {
        assertThat(PublishedWire.code(connect.send("POST", "/phone-number/claim", wrong)))
            .isEqualTo("InvalidParameterException");
        assertThat(PublishedWire.code(voice.send("POST", "/phone-numbers/%2B1206", wrong)))
            .isEqualTo("BadRequestException");
      }
    }
  }

  @Test
  void emptyCallingName_flipped_badRequest() {
    try (var bench = new ChimeBench(settings -> settings.flip(Guess.EMPTY_CALLING_NAME_CLEARS))) {
      bench.simulator.addVoiceNumber(ProvisionedNumber.of(ChimeBench.NUMBER).callingName("ACME"));

      assertThatThrownBy(() -> bench.nameCaller(ChimeBench.NUMBER, ""))
          .isInstanceOf(BadRequestException.class);
    }
  }

  @Test
  void chimeList_flipped_hasNoCallingNameStatus() {
    try (var bench =
        new ChimeBench(settings -> settings.flip(Guess.CHIME_LIST_SHOWS_CALLING_NAME_STATUS))) {
      bench.simulator.addVoiceNumber(ChimeBench.NUMBER);

      assertThat(bench.voice.listPhoneNumbers(request -> {}).phoneNumbers())
          .singleElement()
          .satisfies(number -> assertThat(number.callingNameStatus()).isNull());
      assertThat(bench.get(ChimeBench.NUMBER).callingNameStatusAsString()).isEqualTo("Unassigned");
    }
  }

  @Test
  void halfAChimeFilter_flipped_badRequest() {
    try (var asDefault = new ChimeBench();
        var flipped =
            new ChimeBench(settings -> settings.flip(Guess.HALF_A_CHIME_FILTER_IS_IGNORED))) {
      assertThat(asDefault.voice.listPhoneNumbers(list -> list.filterValue("x")).phoneNumbers())
          .isEmpty();
      assertThatThrownBy(() -> flipped.voice.listPhoneNumbers(list -> list.filterValue("x")))
          .isInstanceOf(BadRequestException.class);
      assertThatThrownBy(
              () -> flipped.voice.listPhoneNumbers(list -> list.filterName("VoiceConnectorId")))
          .isInstanceOf(BadRequestException.class);
    }
  }

  @Test
  void legacyChime_flipped_forbidden() {
    try (var bench = new ChimeBench(settings -> settings.flip(Guess.LEGACY_CHIME_ANSWERS))) {
      bench.simulator.addLegacyNumber(ChimeBench.NUMBER);
      bench.simulator.addVoiceNumber(ChimeBench.NUMBER);

      assertThatThrownBy(
              () -> bench.legacy.getPhoneNumber(get -> get.phoneNumberId(ChimeBench.NUMBER)))
          .isInstanceOf(software.amazon.awssdk.services.chime.model.ForbiddenException.class);
      assertThat(bench.get(ChimeBench.NUMBER)).isNotNull();
    }
  }

  private static Bench flipped(Guess guess) {
    return new Bench(settings -> settings.flip(guess));
  }

  private static List<String> flowsAt(String instance, String id, Bench bench) {
    String arn = bench.owned(id).arn();
    return bench
        .connect
        .batchGetFlowAssociation(
            request -> request.instanceId(Arns.lastPart(instance)).resourceIds(arn))
        .flowAssociationSummaryList()
        .stream()
        .map(FlowAssociationSummary::flowId)
        .toList();
  }
}

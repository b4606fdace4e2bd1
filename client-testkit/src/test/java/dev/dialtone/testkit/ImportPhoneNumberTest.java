package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.ConnectException;
import software.amazon.awssdk.services.connect.model.IdempotencyException;
import software.amazon.awssdk.services.connect.model.ImportPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class ImportPhoneNumberTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void addSourceNumber_always_isOfEndUserMessaging() {
    assertThat(bench.source())
        .matches("arn:aws:sms-voice:us-west-2:111122223333:phone-number/phone-[0-9a-f]{32}");
  }

  @Test
  void import_source_isInProgressAndThenClaimed() {
    String source = bench.source();
    var answer =
        bench.connect.importPhoneNumber(
            request ->
                request
                    .instanceId(Arns.lastPart(bench.instance))
                    .sourcePhoneNumberArn(source)
                    .phoneNumberDescription("Night line")
                    .tags(Map.of("team", "support")));
    assertThat(answer.phoneNumberArn())
        .isEqualTo("arn:aws:connect:us-west-2:111122223333:phone-number/" + answer.phoneNumberId());
    assertThat(bench.status(answer.phoneNumberId())).isEqualTo("IN_PROGRESS");

    bench.settle();

    var summary = bench.describe(answer.phoneNumberId());
    assertThat(summary.phoneNumberStatus().statusAsString()).isEqualTo("CLAIMED");
    assertThat(summary.phoneNumber()).isEqualTo(Bench.SOURCE);
    assertThat(summary.phoneNumberTypeAsString()).isEqualTo("DID");
    assertThat(summary.phoneNumberDescription()).isEqualTo("Night line");
    assertThat(summary.targetArn()).isEqualTo(bench.instance);
    assertThat(summary.sourcePhoneNumberArn()).isEqualTo(source);
    assertThat(summary.tags()).containsExactly(Map.entry("team", "support"));
    assertThat(bench.describe(bench.claim(Bench.FIRST)).sourcePhoneNumberArn()).isNull();
  }

  @Test
  void import_twice_alreadyImported() {
    String source = bench.source();
    bench.importFrom(source);

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> bench.importFrom(source))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("already imported");
      bench.settle();
    }
    assertThat(bench.simulator.ledger().effects("ImportPhoneNumber")).hasSize(1);
  }

  @Test
  void import_sameToken_replayed() {
    String source = bench.source();
    String token = Bench.token();
    var request =
        ImportPhoneNumberRequest.builder()
            .instanceId(bench.instance)
            .sourcePhoneNumberArn(source)
            .clientToken(token);
    var first = bench.connect.importPhoneNumber(request.build());
    bench.settle();

    assertThat(bench.connect.importPhoneNumber(request.build()).phoneNumberId())
        .isEqualTo(first.phoneNumberId());
    assertThatThrownBy(
            () -> bench.connect.importPhoneNumber(request.phoneNumberDescription("Other").build()))
        .isInstanceOf(IdempotencyException.class);
    assertThat(bench.simulator.ledger().effects())
        .singleElement()
        .satisfies(
            effect -> {
              assertThat(effect.operation()).isEqualTo("ImportPhoneNumber");
              assertThat(effect.targetArn()).isEqualTo(bench.instance);
              assertThat(effect.clientToken()).isEqualTo(token);
            });
  }

  @Test
  void import_toldToFail_failsAndMayBeImportedAgain() {
    String source = bench.source();
    bench.simulator.faults().failSettling(Bench.SOURCE, "no role");
    String id = bench.importFrom(source);
    bench.settle();
    assertThat(bench.status(id)).isEqualTo("FAILED");
    assertThat(bench.describe(id).phoneNumberStatus().message()).isEqualTo("no role");

    assertThat(bench.importFrom(source)).isEqualTo(id);
    bench.settle();
    assertThat(bench.status(id)).isEqualTo("CLAIMED");
  }

  @Test
  void import_instanceFull_failsWhenItSettles() {
    String full = bench.simulator.addInstance(0);
    String source = bench.source();
    String id =
        bench
            .connect
            .importPhoneNumber(request -> request.instanceId(full).sourcePhoneNumberArn(source))
            .phoneNumberId();
    bench.settle();

    assertThat(bench.status(id)).isEqualTo("FAILED");
    assertThat(bench.describe(id).phoneNumberStatus().message()).contains("exceeds the limit");
  }

  @Test
  void import_failed_cannotBeClaimed() {
    bench.simulator.faults().failSettling(Bench.SOURCE, "no role");
    bench.importFrom(bench.source());
    bench.settle();

    assertThatThrownBy(() -> bench.claim(Bench.SOURCE))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void import_released_mayBeImportedAgain() {
    String source = bench.source();
    String id = bench.importFrom(source);
    bench.settle();
    bench.release(id);
    assertThatThrownBy(() -> bench.importFrom(source))
        .isInstanceOf(InvalidParameterException.class);
    bench.settle();

    assertThat(bench.importFrom(source)).isNotEqualTo(id);
  }

  @Test
  void import_unknownInstanceOrSource_resourceNotFound() {
    String source = bench.source();

    refused(ResourceNotFoundException.class, source, request -> request.instanceId("unknown"));
    refused(
        ResourceNotFoundException.class,
        source,
        request -> request.sourcePhoneNumberArn(source + "0"));
  }

  @Test
  void import_brokenRule_invalidParameterAndNoEffect() {
    String source = bench.source();
    String group = bench.simulator.addTrafficDistributionGroup(bench.instance);

    invalid(source, request -> request.instanceId(null));
    invalid(source, request -> request.instanceId(group));
    invalid(source, request -> request.instanceId(Arns.lastPart(group)));
    invalid(source, request -> request.sourcePhoneNumberArn(null));
    invalid(source, request -> request.phoneNumberDescription("x".repeat(501)));
    invalid(source, request -> request.tags(Map.of("aws:team", "value")));
    invalid(source, request -> request.clientToken("order-123"));

    assertThat(bench.simulator.ledger().effects()).isEmpty();
  }

  private void invalid(String source, Change change) {
    refused(InvalidParameterException.class, source, change);
  }

  private void refused(Class<? extends ConnectException> error, String source, Change change) {
    var request =
        ImportPhoneNumberRequest.builder().instanceId(bench.instance).sourcePhoneNumberArn(source);
    change.to(request);
    assertThatThrownBy(() -> bench.connect.importPhoneNumber(request.build())).isInstanceOf(error);
  }

  private interface Change {
    ImportPhoneNumberRequest.Builder to(ImportPhoneNumberRequest.Builder request);
  }
}

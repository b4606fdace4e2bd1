package dev.dialtone.chime;

import static dev.dialtone.chime.OverHttp.NUMBER;
import static dev.dialtone.chime.OverHttp.PATIENCE;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.aws.testing.Overheard;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.ProductType;
import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.ProvisionedNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No phone number in clear where a person or a log could read it, whatever the service says. */
class MaskingTest {
  private static final E164 SECOND = E164.of("+12065550101");
  private static final E164 THIRD = E164.of("+12065550102");
  private static final Duration SOON = ofSeconds(4);

  /** All numbers of the stand-in, however they are written. */
  private static final String TELLTALE = "206\\D{0,3}555\\D{0,2}01\\d\\d";

  /** Calling names and names are the caller's own text, and may be numbers. */
  private static final CallingName NAME = CallingName.of("12065550101");

  private final Overheard overheard = new Overheard();
  private final OverHttp world = new OverHttp();

  MaskingTest() {
    world.add(ProvisionedNumber.of(SECOND.value()));
    world.add(ProvisionedNumber.of(THIRD.value()));
  }

  @AfterEach
  void close() {
    overheard.close();
    world.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyVerb_goingWell_showsNoNumber(ChimeKind kind) {
    var progress = new ConcurrentLinkedQueue<String>();
    try (PhoneNumbers numbers = world.numbers(kind).build()) {
      for (Operation<ChimeNumber> change : changes(numbers, kind, Duration.ofHours(1))) {
        change.onProgress(now -> progress.add(now.toString()));
        overheard.add(change.await(PATIENCE) + " " + change + " " + change.ticket());
      }
      overheard.add(numbers.clearCallingName(NUMBER).start().await(PATIENCE));
      overheard.add(numbers.describeChime(NUMBER).await(PATIENCE));
      overheard.add(numbers.listChime().first(5).await(PATIENCE));
      overheard.add(numbers.listChime().stream().toList());
    }
    progress.forEach(overheard::add);
    overheard.assertHides(TELLTALE);
  }

  static Stream<Arguments> faults() {
    String says =
        "no +12065550100, 12065550100, %2B12065550100, %252B12065550100 or +1 (206) 555-0100 here";
    return Stream.of(
            Fault.error(400, "BadRequestException", says),
            Fault.error(401, "UnauthorizedClientException", says),
            Fault.error(403, "ForbiddenException", says),
            Fault.error(404, "NotFoundException", says),
            Fault.error(409, "ConflictException", says),
            Fault.error(429, "ThrottledClientException", says),
            Fault.error(500, "ServiceFailureException", says),
            Fault.error(503, "ServiceUnavailableException", says),
            Fault.error(418, "TeapotException", says),
            Fault.answer(502, "<html>" + says + "</html>"),
            Fault.answer(404, "<html>" + says + "</html>"),
            Fault.answer(301, says),
            Fault.answer(200, "{\"PhoneNumber\":{\"PhoneNumberId\":\"%2B12065550100"),
            Fault.answer(200, "+12065550100"),
            Fault.answer(200, "{\"PhoneNumber\":\"%2B12065550100\"}"),
            Fault.answer(200, "{\"PhoneNumber\":{\"E164PhoneNumber\":\"%2B12065550100\"}}"),
            Fault.answer(200, "{\"PhoneNumber\":{\"E164PhoneNumber\":\"+12065550109\"}}"),
            Fault.answer(200, "{\"PhoneNumbers\":[{\"E164PhoneNumber\":\"2065550100\"}, null]}"),
            Fault.answer(200, "{\"PhoneNumbers\":[{\"E164PhoneNumber\":\"2065550100\"}]}"),
            Fault.replyLostAfterEffect(),
            Fault.replyLostBeforeEffect())
        .flatMap(
            fault ->
                Stream.of(ChimeKind.VOICE_ASYNC_BUILDER, ChimeKind.LEGACY_BLOCKING_CLIENT)
                    .map(kind -> arguments(kind, fault)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void everyVerb_failing_showsNoNumber(ChimeKind kind, Fault fault) {
    try (PhoneNumbers numbers = world.numbers(kind).build()) {
      world.always(kind, "UpdatePhoneNumber", fault);
      world.always(kind, "ListPhoneNumbers", fault);
      changes(numbers, kind, SOON)
          .forEach(change -> overheard.mayFail(() -> change.await(PATIENCE)));
      overheard.mayFail(() -> numbers.listChime().first(1).await(PATIENCE));
      overheard.mayFail(() -> numbers.listChime().stream().toList());
      world.always(kind, "GetPhoneNumber", fault);
      overheard.fails(() -> numbers.describeChime(NUMBER).await(PATIENCE));
      changes(numbers, kind, SOON).forEach(change -> overheard.fails(() -> change.await(PATIENCE)));
    }
    overheard.assertHides(TELLTALE);
  }

  @ParameterizedTest
  @EnumSource
  void change_settlingBadly_showsNoNumber(ChimeKind kind) {
    world.simulator.faults().failCallingName(NUMBER.value());
    world.simulator.faults().status(SECOND.value(), "Lost +12065550101");
    try (PhoneNumbers numbers = world.numbers(kind).build()) {
      overheard.fails(() -> numbers.updateCallingName(NUMBER, NAME).start().await(PATIENCE));
      var strange = numbers.updateCallingName(SECOND, NAME).start();
      Awaitility.await().until(() -> strange.progress().lastStatus().isPresent());
      overheard.add(strange.progress() + " " + strange);
      overheard.fails(() -> strange.await(ofMillis(20)));
      strange.cancel();
      overheard.fails(() -> strange.await(PATIENCE));
      var assigned = E164.of("+12065550103");
      world.add(ProvisionedNumber.of(assigned.value()).assigned());
      overheard.fails(
          () ->
              numbers
                  .updateProductType(assigned, ProductType.SIP_MEDIA_APPLICATION_DIAL_IN)
                  .start()
                  .await(PATIENCE));
    }
    overheard.assertHides(TELLTALE);
  }

  @ParameterizedTest
  @EnumSource
  void change_unanswered_showsNoNumber(ChimeKind kind) {
    world.always(kind, "UpdatePhoneNumber", Fault.latency(ofSeconds(20)));
    try (PhoneNumbers numbers = world.numbers(kind).callTimeout(ofMillis(200)).build()) {
      overheard.fails(
          () ->
              numbers
                  .updateProductType(NUMBER, ProductType.of("FaxMachine"))
                  .deadline(SOON)
                  .start()
                  .await(PATIENCE));
    }
    overheard.assertHides(TELLTALE);
  }

  /** On a number each, so that they run at once. */
  private static List<Operation<ChimeNumber>> changes(
      PhoneNumbers numbers, ChimeKind kind, Duration deadline) {
    var changes = new ArrayList<Operation<ChimeNumber>>();
    changes.add(numbers.updateCallingName(NUMBER, NAME).deadline(deadline).start());
    changes.add(
        numbers
            .updateProductType(SECOND, ProductType.SIP_MEDIA_APPLICATION_DIAL_IN)
            .deadline(deadline)
            .start());
    if (kind.isVoice()) {
      changes.add(numbers.updateName(THIRD, "call 12065550101").deadline(deadline).start());
    }
    return changes;
  }
}

package dev.dialtone.chime;

import static dev.dialtone.chime.OverHttp.NUMBER;
import static dev.dialtone.chime.OverHttp.PATIENCE;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dialtone.Outcome;
import dev.dialtone.Outcome.Done;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.aws.testing.Calls;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.ProductType;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.ProvisionedNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A change whose reply or request is lost is made once, whatever the client. */
class LostReplyTest {
  private static final String PAIRS = "dev.dialtone.chime.ChimeKind#pairs";
  private static final String UPDATE = "UpdatePhoneNumber";
  private static final String BATCH = "BatchUpdatePhoneNumber";
  private static final E164 SECOND = E164.of("+12065550101");
  private static final CallingName NAME = CallingName.of("ACME");

  /** Longer than any call here may take. */
  private static final Fault SILENCE = Fault.latency(ofSeconds(20));

  private final OverHttp world = new OverHttp();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource
  void rename_replyLost_isOneRequestAndOneEffect(ChimeKind kind) {
    next(kind, Fault.replyLostAfterEffect());
    assertThat(rename(kind).callingName()).contains("ACME");
    assertSent(kind, 1);
  }

  @ParameterizedTest
  @MethodSource(PAIRS)
  void rename_requestLost_isSentAgainAfterReads(ChimeKind kind) {
    next(kind, Fault.replyLostBeforeEffect());
    assertThat(rename(kind).callingName()).contains("ACME");
    assertSent(kind, 2);
    assertThat(world.requests(kind, "GetPhoneNumber")).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void batch_replyLost_isOneRequestAndOneEffectEach(ChimeKind kind) {
    world.add(ProvisionedNumber.of(SECOND.value()));
    world.simulator.faults().next(kind.operation(BATCH), Fault.replyLostAfterEffect());
    assertThat(renameBoth(kind)).allMatch(Done.class::isInstance);
    assertThat(world.requests(kind, BATCH)).hasSize(1);
    assertThat(world.simulator.ledger().effects(kind.operation(BATCH))).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource(PAIRS)
  void batch_requestLost_isSentAgainAfterReadsOfEach(ChimeKind kind) {
    world.add(ProvisionedNumber.of(SECOND.value()));
    world.simulator.faults().next(kind.operation(BATCH), Fault.replyLostBeforeEffect());
    assertThat(renameBoth(kind)).allMatch(Done.class::isInstance);
    for (E164 number : List.of(NUMBER, SECOND)) {
      assertThat(world.requests(kind, BATCH))
          .filteredOn(sent -> sent.body().contains(number.chimeId()))
          .hasSize(2);
      assertThat(world.requests(kind, "GetPhoneNumber"))
          .filteredOn(sent -> sent.path().endsWith(number.chimeId()))
          .hasSizeGreaterThanOrEqualTo(2);
    }
    assertThat(world.simulator.ledger().effects(kind.operation(BATCH))).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource(PAIRS)
  void rename_silent_isAnsweredAtItsTimeAndFoundDone(ChimeKind kind) {
    next(kind, SILENCE);
    try (PhoneNumbers numbers = world.numbers(kind).callTimeout(ofMillis(500)).build()) {
      assertThat(numbers.updateCallingName(NUMBER, NAME).start().await(PATIENCE).callingName())
          .contains("ACME");
    }
    assertSent(kind, 1);
  }

  /** The reply says nothing that counts; a read does. */
  @ParameterizedTest
  @MethodSource(PAIRS)
  void retype_replyOfAnotherShape_isFoundOutByReading(ChimeKind kind) {
    next(kind, Fault.answer(200, "[\"+12065550100\"]"));
    var dialIn = ProductType.SIP_MEDIA_APPLICATION_DIAL_IN;
    try (PhoneNumbers numbers = world.numbers(kind).build()) {
      var change = numbers.updateProductType(NUMBER, dialIn).start();
      assertThat(change.await(PATIENCE).productType()).contains(dialIn);
    }
    assertSent(kind, 2);
  }

  /** What somebody else changed meanwhile is not overwritten. */
  @ParameterizedTest
  @MethodSource(PAIRS)
  void rename_requestLostAndNamedByAnother_isUnknownAndSentOnce(ChimeKind kind) {
    next(kind, Fault.replyLostBeforeEffect());
    try (PhoneNumbers numbers = world.numbers(kind).build();
        ChimePort another = world.adapter(kind)) {
      var change = numbers.updateCallingName(NUMBER, NAME).start();
      Awaitility.await().until(() -> !world.requests(kind, UPDATE).isEmpty());
      Calls.get(another.updateCallingName(NUMBER, "OTHER", Calls.call()));
      assertThat(catchThrowableOfType(OutcomeUnknownException.class, () -> change.await(PATIENCE)))
          .isNotNull();
    }
    assertThat(world.requests(kind, UPDATE)).hasSize(2);
  }

  /** Three hang; were their threads not freed at their time, the others would never be sent. */
  @ParameterizedTest
  @MethodSource(PAIRS)
  void describe_everyThreadHangs_goesOnWhenTheirTimeIsOver(ChimeKind kind) {
    world.simulator.faults().next(kind.operation("GetPhoneNumber"), 3, SILENCE);
    try (ChimePort port = world.adapter(kind)) {
      var hanging =
          Stream.generate(() -> port.describe(NUMBER, Calls.call(ofSeconds(1)))).limit(3).toList();
      hanging.forEach(
          call -> {
            PortException failure = Calls.failure(call);
            assertThat(failure.kind()).isEqualTo(Kind.NO_REPLY);
            assertThat(failure.reached()).isEqualTo(Reached.MAYBE);
          });
      assertThat(Calls.get(port.describe(NUMBER, Calls.call())).number()).isEqualTo(NUMBER);
    }
  }

  private void next(ChimeKind kind, Fault fault) {
    world.simulator.faults().next(kind.operation(UPDATE), fault);
  }

  private ChimeNumber rename(ChimeKind kind) {
    try (PhoneNumbers numbers = world.numbers(kind).build()) {
      return numbers.updateCallingName(NUMBER, NAME).start().await(PATIENCE);
    }
  }

  private Collection<Outcome<ChimeNumber>> renameBoth(ChimeKind kind) {
    try (PhoneNumbers numbers = world.numbers(kind).build()) {
      var batch = numbers.updateCallingNames(Map.of(NUMBER, NAME, SECOND, NAME)).start();
      return batch.await(PATIENCE).values();
    }
  }

  private void assertSent(ChimeKind kind, int times) {
    assertThat(world.requests(kind, UPDATE)).hasSize(times);
    assertThat(world.simulator.ledger().effects(kind.operation(UPDATE))).hasSize(1);
  }
}

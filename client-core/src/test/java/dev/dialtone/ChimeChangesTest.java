package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryChime.GET;
import static dev.dialtone.testing.InMemoryChime.LIST;
import static dev.dialtone.testing.InMemoryChime.NAME;
import static dev.dialtone.testing.InMemoryChime.PRODUCT_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dialtone.error.ConflictException;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.Violation;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.ProductType;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.InMemoryChime;
import dev.dialtone.testing.PortCall;
import dev.dialtone.testing.VirtualTimer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Product types, names and lists of Amazon Chime. */
class ChimeChangesTest {
  private static final E164 NUMBER = E164.of("+12065550100");

  private final VirtualTimer timer = new VirtualTimer();
  private final InMemoryChime chime = new InMemoryChime(timer);
  private final PhoneNumbers numbers =
      PhoneNumbers.builder().chime(chime).timer(timer).executor(Runnable::run).build();

  @BeforeEach
  void add() {
    chime.add(NUMBER);
  }

  private Operation<ChimeNumber> dialIn() {
    return numbers.updateProductType(NUMBER, ProductType.SIP_MEDIA_APPLICATION_DIAL_IN).start();
  }

  @Test
  void productType_another_isDoneOnceItReadsBack() {
    Operation<ChimeNumber> change = dialIn();
    timer.advance(Duration.ofSeconds(3));
    assertThat(result(change).productType()).contains(ProductType.SIP_MEDIA_APPLICATION_DIAL_IN);
    result(dialIn());
    assertThat(chime.calls(PRODUCT_TYPE)).hasSize(1);
  }

  @Test
  void productType_replyLost_isReadAboutAndNotSentAgain() {
    chime.next(PRODUCT_TYPE, Fault.replyLost());
    Operation<ChimeNumber> change = dialIn();
    timer.advance(Duration.ofSeconds(10));
    result(change);
    assertThat(chime.calls())
        .extracting(PortCall::operation)
        .containsExactly(GET, PRODUCT_TYPE, GET);
  }

  @Test
  void productType_ofAnAssignedNumber_isAConflictAndSendsNothing() {
    chime.shows(number -> with(number, number.country(), Optional.of("Assigned")));
    failure(dialIn(), ConflictException.class);
    assertThat(chime.calls(PRODUCT_TYPE)).isEmpty();
  }

  @Test
  void productType_ofANumberOutsideTheUs_mustBeDialIn() {
    chime.shows(
        number -> with(number, Optional.of(CountryCode.of("GB")), Optional.of("Unassigned")));
    failure(
        numbers.updateProductType(NUMBER, ProductType.BUSINESS_CALLING).start(),
        InvalidRequestException.class);
    assertThat(chime.calls(PRODUCT_TYPE)).isEmpty();
  }

  @Test
  void numberUnknown_advice_isAboutAmazonChime() {
    E164 unknown = E164.of("+12065550199");
    var change = numbers.updateName(unknown, "Front desk").start();
    for (Answer<ChimeNumber> answer : List.of(numbers.describeChime(unknown), change)) {
      assertThat(failure(answer, NotFoundException.class).advice())
          .contains("number, Region and account", "namespace")
          .doesNotContain("traffic distribution", "ARN");
    }
  }

  @Test
  void name_another_isDoneOnceItReadsBack() {
    Operation<ChimeNumber> change = numbers.updateName(NUMBER, "Front desk").start();
    timer.advance(Duration.ofSeconds(3));
    assertThat(result(change).name()).contains("Front desk");
    result(numbers.updateName(NUMBER, "Front desk").start());
    assertThat(chime.calls(NAME)).hasSize(1);
  }

  @Test
  void name_breakingRules_isRefusedAtOnce() {
    InvalidRequestException invalid =
        catchThrowableOfType(
            InvalidRequestException.class,
            () -> numbers.updateName(NUMBER, "#".repeat(257)).start());
    assertThat(invalid.violations()).extracting(Violation::field).containsExactly("name", "name");
    assertThat(chime.calls()).isEmpty();
  }

  @Test
  void name_inTheLegacyNamespace_isRefusedAtTheVerb() {
    ChimePort legacy =
        (ChimePort)
            Proxy.newProxyInstance(
                ChimePort.class.getClassLoader(),
                new Class<?>[] {ChimePort.class},
                (proxy, method, arguments) ->
                    method.getName().equals("region") ? "us-east-1" : null);
    try (PhoneNumbers old = PhoneNumbers.builder().chime(legacy).timer(timer).build()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> old.updateName(NUMBER, "Front desk"))
          .withMessageContaining("ChimeAdapter.voice");
    }
  }

  @Test
  void describe_andList_showWhatIsThere() {
    IntStream.range(0, 5).mapToObj(i -> E164.of("+1206555011" + i)).forEach(chime::add);
    assertThat(result(numbers.describeChime(NUMBER)).number()).isEqualTo(NUMBER);
    assertThat(result(numbers.listChime().pageSize(2).first(3))).hasSize(3);
    assertThat(chime.calls(LIST)).hasSize(2);
    assertThat(numbers.listChime().productType(ProductType.VOICE_CONNECTOR).stream()).hasSize(6);
    assertThat(result(numbers.listChime().first(1)).toString())
        .contains("*******0100")
        .doesNotContain("2065550100");
    assertThat(
            catchThrowableOfType(
                    InvalidRequestException.class, () -> numbers.listChime().pageSize(101).first(1))
                .violations())
        .hasSize(1);
  }

  private static ChimeNumber with(
      ChimeNumber number, Optional<CountryCode> country, Optional<String> status) {
    return new ChimeNumber(
        number.number(),
        country,
        number.type(),
        number.productType(),
        status,
        number.callingName(),
        number.callingNameStatus(),
        number.name(),
        number.updatedAt());
  }
}

package dev.dialtone;

import static dev.dialtone.World.NUMBER;
import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.ATTACH;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.NumberType;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Whole phone numbers are nowhere but in accessors, the ticket and the journal. */
class MaskingTest {
  private static final String TELLING =
      "no: +18005550100, tel:%2B18005550100, 18005550100, +1 (800) 555-0100";

  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.dialtone");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Level before = logger.getLevel();
  private final World world = new World();

  @BeforeEach
  void listen() {
    logger.setLevel(Level.TRACE);
    logger.setAdditive(false);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void noLogLineShowsANumber() {
    logger.detachAppender(log);
    logger.setAdditive(true);
    logger.setLevel(before);
    for (ILoggingEvent event : log.list) {
      Leaks.assertNone(event.getFormattedMessage());
      Leaks.assertNone(String.valueOf(event.getKeyValuePairs()));
      if (event.getThrowableProxy() != null) {
        Leaks.assertNone(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
      assertThat(event.getLevel()).isNotEqualTo(Level.INFO);
    }
  }

  static Stream<Kind> kinds() {
    return Arrays.stream(Kind.values());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void failure_anyKindWithATellingText_isMaskedEverywhere(Kind kind) {
    PortException telling =
        PortException.of(kind, Reached.MAYBE, TELLING)
            .reply(400, "SomeException", "request-id")
            .cause(new IllegalStateException(TELLING, new RuntimeException(TELLING)))
            .build();
    for (String operation : new String[] {CLAIM, DESCRIBE, ATTACH}) {
      World fresh = new World();
      fresh.connect.always(operation, Fault.failing(telling));
      Operation<ConnectNumber> claim = fresh.claim().attachFlow(fresh.flow).start();
      fresh.seconds(200);
      PhoneNumberException failure = failure(claim, PhoneNumberException.class);
      assertThat(failure.getMessage()).contains("*******0100");
      Leaks.assertNone(failure.advice());
      fresh.journal.entries().forEach(entry -> Leaks.assertNone(entry.detail()));
    }
  }

  @Test
  void log_ofAWholeLife_hasTheOperationAndItsIdButNoNumber() {
    world.fails(CLAIM, Failing.throttled());
    world.connect.settleNextAsFailed(TELLING);
    Operation<ConnectNumber> claim = world.claim().description(TELLING).start();
    claim.onProgress(
        progress -> {
          throw new IllegalStateException(TELLING);
        });
    world.journal.on(
        Step.FAILED, () -> CompletableFuture.failedFuture(new IllegalStateException(TELLING)));
    world.seconds(60);
    failure(claim, PhoneNumberException.class);
    assertThat(log.list)
        .filteredOn(event -> event.getLevel() == Level.DEBUG)
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.getKeyValuePairs())
                    .anySatisfy(pair -> assertThat(pair.value).isEqualTo(claim.ticket().id())));
  }

  @Test
  void values_asText_areMasked() {
    Operation<ConnectNumber> claim = world.claim().description(TELLING).tag("n", TELLING).start();
    world.seconds(10);
    ConnectNumber number = result(claim);
    assertThat(number.toString()).contains("*******0100", "CLAIMED", number.id().value());
    for (Object value :
        new Object[] {
          number,
          claim,
          claim.ticket(),
          claim.progress(),
          NUMBER,
          new AvailableNumber(
              NUMBER, Optional.of(CountryCode.of("US")), Optional.of(NumberType.TOLL_FREE)),
          world.claim()
        }) {
      Leaks.assertNone(value.toString());
    }
    assertThat(claim.ticket().toString())
        .isEqualTo("Ticket[ClaimPhoneNumber " + claim.ticket().id() + "]");
  }
}

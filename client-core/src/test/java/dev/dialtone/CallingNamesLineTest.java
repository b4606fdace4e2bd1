package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryChime.CALLING_NAMES;
import static dev.dialtone.testing.InMemoryChime.GET;
import static dev.dialtone.testing.InMemoryChime.LIST;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.Outcome.Done;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.spi.ChimeVoicePort;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.testing.Effect;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.InMemoryChime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How renames that were started together share requests, also where what they share breaks. */
class CallingNamesLineTest {
  private final Renames renames = new Renames();

  private static void assertAllDone(Batch<ChimeNumber> batch) {
    assertThat(result(batch).values()).allMatch(Done.class::isInstance);
  }

  @Test
  void renames_readOneByOne_shareRequestsAllTheSame() {
    renames.chime.always(LIST, Fault.failing(Failing.accessDenied()));
    Batch<ChimeNumber> batch = renames.start(200); // Two reads a second.
    renames.advance(ofHours(5));
    assertAllDone(batch);
    assertThat(renames.updates()).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void renames_oneInTenToldByTheList_shareRequestsAllTheSame() {
    renames.chime.lists(
        number ->
            number.number().value().endsWith("0")
                ? number
                : InMemoryChime.withoutCallingNameStatus(number));
    Batch<ChimeNumber> batch = renames.start(200);
    renames.advance(ofHours(5));
    assertAllDone(batch);
    assertThat(renames.updates()).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void renames_requestLost_areRepeatedWithFew() {
    renames.chime.next(CALLING_NAMES, Fault.requestLost());
    Batch<ChimeNumber> batch = renames.start(50);
    renames.advance(ofHours(5));
    assertAllDone(batch);
    assertThat(renames.updates()).hasSizeLessThanOrEqualTo(5).first().isEqualTo("50 numbers");
    assertThat(renames.chime.effects())
        .extracting(Effect::numberId)
        .doesNotHaveDuplicates()
        .hasSize(50);
  }

  @Test
  void renames_throttledTogether_goTogetherAgain() {
    renames.chime.next(CALLING_NAMES, Fault.failing(Failing.throttled()));
    Batch<ChimeNumber> batch = renames.start(50);
    renames.advance(ofHours(5));
    assertAllDone(batch);
    assertThat(renames.updates()).containsExactly("50 numbers", "50 numbers");
  }

  @Test
  void renames_throttledTogether_isOneRefusal() {
    var counting = new CountingGate(gate());
    PhoneNumbers numbers = over(counting);
    renames.add(50);
    renames.chime.next(CALLING_NAMES, Fault.failing(Failing.throttled()));
    numbers.updateCallingNames(Renames.names(50)).start();
    renames.advance(ofMinutes(1));
    assertThat(counting.refusals).hasValue(1);
  }

  @Test
  void renames_allReady_leaveAtOnce() {
    renames.start(3);
    assertThat(renames.updates()).containsExactly("3 numbers");
  }

  @Test
  void renames_othersKeepComing_leaveWithinTenSeconds() {
    renames.chime.always(LIST, Fault.failing(Failing.accessDenied()));
    renames.start(200);
    renames.advance(ofSeconds(11));
    assertThat(renames.updates()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void renames_gateIsBroken_endWithNothingSent(boolean throwing) {
    PhoneNumbers numbers = over(new BrokenGate(gate(), CALLING_NAMES, throwing));
    renames.add(60);
    Batch<ChimeNumber> batch = numbers.updateCallingNames(Renames.names(60)).start();
    renames.advance(ofMinutes(1));
    batch
        .operations()
        .values()
        .forEach(
            each ->
                assertThat(failure(each, UnexpectedException.class))
                    .hasMessageContaining("the quota gate is broken"));
    assertThat(renames.updates()).isEmpty();
    assertThat(renames.timer.pending()).isZero();
  }

  @Test
  void renames_gateIsBrokenForLooksAndTheListIsSilent_allEnd() {
    PhoneNumbers numbers = over(new BrokenGate(gate(), GET, true));
    renames.add(3);
    Batch<ChimeNumber> batch = numbers.updateCallingNames(Renames.names(3)).start();
    renames.chime.lists(InMemoryChime::withoutCallingNameStatus);
    renames.advance(ofMinutes(1));
    batch.operations().values().forEach(each -> failure(each, UnexpectedException.class));
    assertThat(renames.updates()).hasSize(1);
  }

  private QuotaGate gate() {
    return Quota.AWS_DEFAULT.newGate(renames.timer);
  }

  private PhoneNumbers over(QuotaGate gate) {
    return PhoneNumbers.builder()
        .chime(renames.chime)
        .timer(renames.timer)
        .quotaGate(gate)
        .executor(Runnable::run)
        .build();
  }

  @Test
  void renames_listBreaksItsContract_areJudgedByTheNumbersThemselves() {
    renames.chime.always(LIST, Fault.answering(completedFuture(null)));
    Batch<ChimeNumber> batch = renames.start(3);
    renames.advance(ofHours(5));
    assertAllDone(batch);
  }

  @Test
  void renames_portCannotTellItsLargestPage_areJudgedByTheNumbersThemselves() {
    var port =
        (ChimeVoicePort)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ChimeVoicePort.class},
                (self, method, arguments) -> {
                  if (method.getName().equals("largestPage")) {
                    throw new IllegalStateException("broken");
                  }
                  try {
                    return method.invoke(renames.chime, arguments);
                  } catch (InvocationTargetException failure) {
                    throw failure.getCause();
                  }
                });
    PhoneNumbers numbers =
        PhoneNumbers.builder().chime(port).timer(renames.timer).executor(Runnable::run).build();
    renames.add(3);
    Batch<ChimeNumber> batch = numbers.updateCallingNames(Renames.names(3)).start();
    renames.advance(ofHours(5));
    assertAllDone(batch);
    assertThat(renames.calls(GET)).isPositive();
  }

  @Test
  void renames_answerIsAboutOthers_areReadAboutBeforeTheyGoAgain() {
    renames.chime.next(
        CALLING_NAMES,
        Fault.answering(completedFuture(Map.of(Renames.number(99), Failing.accessDenied()))));
    Batch<ChimeNumber> batch = renames.start(3);
    renames.advance(ofHours(5));
    assertAllDone(batch);
    assertThat(renames.updates()).containsExactly("3 numbers", "3 numbers");
    assertThat(renames.chime.effects()).hasSize(3);
  }

  private record CountingGate(QuotaGate others, AtomicInteger refusals) implements QuotaGate {
    CountingGate(QuotaGate others) {
      this(others, new AtomicInteger());
    }

    @Override
    public Reservation reserve(Key key, Priority priority, Runnable granted) {
      return others.reserve(key, priority, granted);
    }

    @Override
    public void throttled(Key key, Optional<Duration> retryAfter) {
      refusals.incrementAndGet();
      others.throttled(key, retryAfter);
    }
  }

  /** Breaks for one operation, and for nothing else. */
  @NullUnmarked // A null where none may be is one of the ways to break.
  private record BrokenGate(QuotaGate others, String operation, boolean throwing)
      implements QuotaGate {
    @Override
    public Reservation reserve(Key key, Priority priority, Runnable granted) {
      if (!key.operation().name().equals(operation)) {
        return others.reserve(key, priority, granted);
      }
      if (throwing) {
        throw new IllegalStateException("no limiter of that name");
      }
      return null;
    }

    @Override
    public void throttled(Key key, Optional<Duration> retryAfter) {
      others.throttled(key, retryAfter);
    }
  }
}

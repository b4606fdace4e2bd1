package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryChime.CALLING_NAME;
import static dev.dialtone.testing.InMemoryChime.CALLING_NAMES;
import static dev.dialtone.testing.InMemoryChime.GET;
import static dev.dialtone.testing.InMemoryChime.LIST;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.dialtone.Outcome.Done;
import dev.dialtone.Outcome.NotDone;
import dev.dialtone.error.AccessDeniedException;
import dev.dialtone.error.ConflictException;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.testing.Effect;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.InMemoryChime;
import dev.dialtone.testing.PortCall;
import dev.dialtone.testing.VirtualTimer;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many calling names at once. */
class CallingNamesTest {
  private static final CallingName NAME = CallingName.of("ACME SUPPORT");

  private final VirtualTimer timer = new VirtualTimer();
  private final InMemoryChime chime = new InMemoryChime(timer);
  private final PhoneNumbers numbers =
      PhoneNumbers.builder().chime(chime).timer(timer).executor(Runnable::run).build();

  private static E164 number(int i) {
    return E164.of("+1206555%04d".formatted(i));
  }

  private static Operation<ChimeNumber> one(Batch<ChimeNumber> batch, int i) {
    return requireNonNull(batch.operations().get(number(i)));
  }

  private Map<E164, CallingName> names(int count) {
    Map<E164, CallingName> names = new LinkedHashMap<>();
    IntStream.range(0, count).mapToObj(CallingNamesTest::number).forEach(it -> names.put(it, NAME));
    return names;
  }

  private Batch<ChimeNumber> renameAll(int count) {
    Map<E164, CallingName> names = names(count);
    names.keySet().forEach(chime::add);
    return numbers.updateCallingNames(names).start();
  }

  @Test
  void renames_of120Numbers_takeThreeUpdatesAndFewReads() {
    Batch<ChimeNumber> batch = renameAll(120);
    timer.advance(ofMinutes(1));
    assertThat(chime.calls(CALLING_NAMES))
        .extracting(PortCall::subject)
        .containsExactly("50 numbers", "50 numbers", "20 numbers");
    timer.advance(ofHours(3));
    assertThat(batch.await(ofSeconds(1)).values()).allMatch(Done.class::isInstance).hasSize(120);
    assertThat(chime.calls(GET)).isEmpty();
    assertThat(chime.calls(CALLING_NAME)).isEmpty();
    assertThat(chime.effects()).extracting(Effect::numberId).doesNotHaveDuplicates().hasSize(120);
  }

  @Test
  void renames_seventyTwoHours_take150LooksANumberAtMostAndNoneByItself() {
    chime.settlesAfter(ofDays(3));
    Batch<ChimeNumber> batch = renameAll(80);
    timer.advance(ofHours(76));
    assertThat(result(batch)).hasSize(80);
    assertThat(batch.operations().values())
        .extracting(operation -> operation.progress().looks())
        .allMatch(looks -> looks >= 60 && looks <= 150);
    assertThat(chime.calls(GET)).isEmpty();
    assertThat(chime.calls(LIST)).hasSizeLessThan(160);
  }

  @Test
  void renames_startedOneByOne_areLookedAtTogetherToo() {
    chime.settlesAfter(ofDays(3));
    names(80).keySet().forEach(chime::add);
    List<Operation<ChimeNumber>> renames =
        names(80).keySet().stream().map(it -> numbers.updateCallingName(it, NAME).start()).toList();
    timer.advance(ofHours(76));
    assertThat(renames).allMatch(World::hasEnded);
    assertThat(renames)
        .extracting(operation -> operation.progress().looks())
        .allMatch(looks -> looks >= 60 && looks <= 150);
    assertThat(chime.calls(GET)).hasSizeBetween(80, 400);
    assertThat(chime.calls(LIST)).hasSizeLessThan(600); // Alone they are 9,400 looks.
  }

  @Test
  void renames_whereTheListIsSilent_areJudgedByTheNumbersThemselves() {
    chime.lists(it -> InMemoryChime.withoutCallingNameStatus(it));
    chime.settlesAfter(ofMinutes(5));
    Batch<ChimeNumber> batch = renameAll(10);
    timer.advance(ofMinutes(10));
    assertThat(result(batch).values()).allMatch(Done.class::isInstance);
    assertThat(chime.calls(LIST)).hasSizeLessThan(5);
    assertThat(chime.calls(GET)).hasSizeGreaterThan(20);
  }

  @Test
  void renames_whereListsAreForbidden_areJudgedByTheNumbersThemselves() {
    chime.always(LIST, Fault.failing(Failing.refusal(Kind.ACCESS_DENIED, 403, "Forbidden", "no")));
    chime.settlesAfter(ofMinutes(5));
    Batch<ChimeNumber> batch = renameAll(10);
    timer.advance(ofMinutes(10));
    assertThat(result(batch).values()).allMatch(Done.class::isInstance);
    assertThat(chime.calls(LIST)).hasSize(1);
  }

  @Test
  void renames_amongManyOthers_walkNoMorePagesThanTheyHaveNumbers() {
    IntStream.range(1000, 3000).mapToObj(CallingNamesTest::number).forEach(chime::add);
    chime.settlesAfter(ofMinutes(5));
    Batch<ChimeNumber> batch = renameAll(5);
    timer.advance(ofMinutes(10));
    assertThat(result(batch).values()).allMatch(Done.class::isInstance);
    assertThat(chime.calls(LIST)).hasSize(5);
  }

  @Test
  void renames_someRefused_tellEachItsOwnEnd() {
    chime.refuseNext(
        number(1), Failing.refusal(Kind.ACCESS_DENIED, 0, "AccessDenied", "not this one"));
    Map<E164, CallingName> names = names(3);
    chime.add(number(0));
    chime.add(number(1));
    Batch<ChimeNumber> batch = numbers.updateCallingNames(names).start();
    timer.advance(ofHours(3));
    Map<E164, Outcome<ChimeNumber>> outcomes = result(batch);
    assertThat(outcomes.keySet()).containsExactlyElementsOf(names.keySet());
    assertThat(outcomes.get(number(0))).isInstanceOf(Done.class);
    assertThat(failure(one(batch, 1), AccessDeniedException.class).iamAction())
        .isEqualTo("chime:BatchUpdatePhoneNumber");
    assertThat(outcomes.get(number(2)))
        .isInstanceOfSatisfying(
            NotDone.class, it -> assertThat(it.reason()).isInstanceOf(NotFoundException.class));
    assertThat(outcomes.values())
        .extracting(end -> end.result().isPresent(), end -> end.failure().isPresent())
        .containsExactly(tuple(true, false), tuple(false, true), tuple(false, true));
  }

  @Test
  void renames_oneThrottledInside_isSentAgainAlone() {
    chime.refuseNext(number(1), Failing.throttled());
    Batch<ChimeNumber> batch = renameAll(3);
    timer.advance(ofHours(3));
    assertThat(result(batch).values()).allMatch(Done.class::isInstance);
    assertThat(chime.calls(CALLING_NAMES))
        .extracting(PortCall::subject)
        .containsExactly("3 numbers", "1 numbers");
  }

  @Test
  void renames_replyLostAfterTheEffect_areReadAboutAndNotSentAgain() {
    chime.next(CALLING_NAMES, Fault.replyLost());
    Batch<ChimeNumber> batch = renameAll(20);
    timer.advance(ofHours(4));
    assertThat(result(batch).values()).allMatch(Done.class::isInstance);
    assertThat(chime.calls(CALLING_NAMES)).hasSize(1);
    assertThat(chime.effects()).hasSize(20);
  }

  @Test
  void renames_requestLost_areSentAgainOnceThatIsSure() {
    chime.next(CALLING_NAMES, Fault.requestLost());
    Batch<ChimeNumber> batch = renameAll(20);
    timer.advance(ofHours(4));
    assertThat(result(batch).values()).allMatch(Done.class::isInstance);
    assertThat(chime.effects()).extracting(Effect::numberId).doesNotHaveDuplicates().hasSize(20);
  }

  @Test
  void renames_onePendingAlready_isAConflictOfItsOwn() {
    chime.add(number(0));
    chime.add(number(1));
    numbers.updateCallingName(number(1), CallingName.of("OTHER")).start();
    Batch<ChimeNumber> batch = numbers.updateCallingNames(names(2)).start();
    timer.advance(ofSeconds(5));
    failure(one(batch, 1), ConflictException.class);
    assertThat(hasEnded(one(batch, 0))).isFalse();
    Batch<ChimeNumber> patient =
        numbers.updateCallingNames(Map.of(number(1), NAME)).afterPending().start();
    timer.advance(ofHours(6));
    assertThat(result(patient).values()).allMatch(Done.class::isInstance);
  }

  @Test
  void renames_asTheyAre_sendNothing() {
    renameAll(10);
    timer.advance(ofHours(3));
    chime.forgetCalls();
    assertThat(result(numbers.updateCallingNames(names(10)).start()).values())
        .allMatch(Done.class::isInstance);
    assertThat(chime.calls()).extracting(PortCall::operation).containsExactly(LIST);
  }

  @Test
  void await_beforeAllHaveEnded_isStillInProgressAndGoesOn() {
    Batch<ChimeNumber> batch = renameAll(2);
    CompletableFuture<Map<E164, Outcome<ChimeNumber>>> later = batch.toFuture();
    one(batch, 1).cancel();
    assertThat(failure(batch, StillInProgressException.class))
        .hasMessageStartingWith("1 of 2 have ended; the others go on: await longer")
        .returns(Reason.PATIENCE, StillInProgressException::reason)
        .returns(1, StillInProgressException::attempts);
    timer.advance(ofHours(3));
    assertThat(later).isCompletedWithValueMatching(all -> all.size() == 2);
  }

  @Test
  void cancel_ofTheFuture_endsThemAll() {
    chime.always(LIST, Fault.late(ofSeconds(1)));
    Batch<ChimeNumber> batch = renameAll(2);
    batch.toFuture().cancel(false);
    batch
        .operations()
        .values()
        .forEach(
            each ->
                assertThat(failure(each, StillInProgressException.class).reason())
                    .isEqualTo(Reason.CANCELLED));
    timer.advance(ofHours(1));
    assertThat(chime.calls(CALLING_NAMES)).isEmpty();
  }

  @Test
  void cancel_ofTheBatch_endsThemAllAndTheFutureTellsHow() {
    Batch<ChimeNumber> batch = renameAll(2);
    batch.cancel();
    assertThat(batch.toFuture())
        .isCompletedWithValueMatching(
            all ->
                all.values().stream()
                    .allMatch(
                        end ->
                            end.result().isEmpty()
                                && end.failure().orElseThrow()
                                    instanceof StillInProgressException));
  }

  @Test
  @SuppressWarnings("unchecked") // A proxy has no type parameters.
  void toFuture_operationThatBreaks_failsInsteadOfStayingOpen() {
    Operation<ChimeNumber> broken =
        (Operation<ChimeNumber>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Operation.class},
                (self, method, arguments) -> {
                  if (method.getName().equals("toFuture")) {
                    return CompletableFuture.completedFuture(null);
                  }
                  throw new IllegalStateException("broken");
                });
    assertThat(new RunningBatch<>(timer::nanoTime, Map.of(number(0), broken)).toFuture())
        .isCompletedExceptionally();
  }

  @Test
  void cancel_ofOne_leavesTheOthers() {
    chime.always(LIST, Fault.late(ofSeconds(1)));
    Batch<ChimeNumber> batch = renameAll(3);
    one(batch, 1).cancel();
    timer.advance(ofHours(3));
    assertThat(chime.effects())
        .extracting(Effect::numberId)
        .containsExactly(number(0).value(), number(2).value());
  }

  @Test
  void start_withoutNumbers_isRefused() {
    assertThat(
            catchThrowableOfType(
                    InvalidRequestException.class,
                    () -> numbers.updateCallingNames(Map.of()).start())
                .violations())
        .hasSize(1);
    Map<E164, CallingName> odd = new HashMap<>();
    odd.put(number(1), null);
    assertThatNullPointerException().isThrownBy(() -> numbers.updateCallingNames(odd));
  }

  @Test
  void ticket_ofEach_namesItsOwnNumber() {
    Batch<ChimeNumber> batch = renameAll(2);
    assertThat(one(batch, 1).ticket().parameters()).containsEntry("number", number(1).value());
    assertThat(batch.operations().values())
        .extracting(each -> each.ticket().id())
        .doesNotHaveDuplicates();
  }
}

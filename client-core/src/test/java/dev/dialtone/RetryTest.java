package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.AccessDeniedException;
import dev.dialtone.error.ChurnLimitException;
import dev.dialtone.error.ConflictException;
import dev.dialtone.error.IdempotencyMismatchException;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.error.ServiceFailureException;
import dev.dialtone.error.ThrottledException;
import dev.dialtone.error.UnreachableException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.PortCall;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  private static final Fault UNAVAILABLE = Fault.failing(Failing.unavailable());
  private static final Fault THROTTLED = Fault.failing(Failing.throttled());

  @Test
  void claim_lasting503_isFourAttemptsWithOneTokenAndAnUnknownOutcome() {
    World world = new World();
    world.connect.always(CLAIM, UNAVAILABLE);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(600);
    OutcomeUnknownException unknown = failure(claim, OutcomeUnknownException.class);
    assertThat(unknown.attempts()).isEqualTo(4);
    assertThat(unknown.ticket()).contains(claim.ticket());
    assertThat(unknown.requestId()).isPresent();
    assertThat(unknown.retryable()).isFalse();
    assertThat(world.connect.calls(CLAIM))
        .hasSize(4)
        .extracting(PortCall::token)
        .containsOnly(claim.ticket().id());
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.ABANDONED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void claim_lasting503_isExactlyAsManyAttemptsAsTold(int attempts) {
    World world = new World(builder -> builder.attempts(attempts));
    world.connect.always(CLAIM, UNAVAILABLE);
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(600);
    failure(claim, OutcomeUnknownException.class);
    assertThat(world.connect.calls(CLAIM)).hasSize(attempts);
  }

  @Test
  void describe_lasting503_isFourAttemptsAndAServiceFailure() {
    World world = new World();
    world.connect.always(DESCRIBE, UNAVAILABLE);
    Answer<ConnectNumber> answer = world.numbers.describe(PhoneNumberId.of("some-id"));
    world.seconds(600);
    ServiceFailureException failed = failure(answer, ServiceFailureException.class);
    assertThat(world.connect.calls(DESCRIBE)).hasSize(4);
    assertThat(failed.attempts()).isEqualTo(4);
    assertThat(failed.retryable()).isTrue();
    assertThat(failed.ticket()).isEmpty();
    assertThat(failed.operation()).isEqualTo(DESCRIBE);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(Kind.ACCESS_DENIED, AccessDeniedException.class),
        Arguments.of(Kind.INVALID_PARAMETER, InvalidRequestException.class),
        Arguments.of(Kind.NOT_FOUND, NotFoundException.class),
        Arguments.of(Kind.CONFLICT, ConflictException.class),
        Arguments.of(Kind.IDEMPOTENCY, IdempotencyMismatchException.class),
        Arguments.of(Kind.LIMIT_EXCEEDED, ChurnLimitException.class));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void claim_refused_isOneAttemptAndTheRightLeaf(
      Kind kind, Class<? extends PhoneNumberException> leaf) {
    World world = new World();
    world.fails(CLAIM, Failing.refusal(kind, 400, "SomeException", "no: +18005550100"));
    Operation<ConnectNumber> claim = world.claim().start();
    PhoneNumberException refused = failure(claim, leaf);
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
    assertThat(refused.attempts()).isEqualTo(1);
    assertThat(refused.requestId()).isPresent();
    assertThat(refused.retryable()).isFalse();
    assertThat(refused.getMessage())
        .endsWith("1 call, request id " + refused.requestId().get() + "]");
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.FAILED);
  }

  @Test
  void describe_unknownId_speaksOfTheOtherRegion() {
    World world = new World();
    NotFoundException unknown =
        failure(world.numbers.describe(PhoneNumberId.of("some-id")), NotFoundException.class);
    assertThat(unknown.advice()).contains("traffic distribution group");
  }

  @Test
  void claim_accessDenied_namesTheActionToAllow() {
    World world = new World();
    world.fails(CLAIM, Failing.accessDenied());
    AccessDeniedException denied = failure(world.claim().start(), AccessDeniedException.class);
    assertThat(denied.iamAction()).isEqualTo("connect:ClaimPhoneNumber");
    assertThat(denied.advice()).contains("connect:ClaimPhoneNumber");
  }

  @Test
  void claim_throttledOnce_goesOn() {
    World world = new World();
    world.fails(CLAIM, Failing.throttled());
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(60);
    result(claim);
    assertThat(world.connect.calls(CLAIM)).hasSize(2);
  }

  @Test
  void claim_throttledToTheEnd_hadSurelyNoEffect() {
    World world = new World();
    world.connect.always(CLAIM, Fault.failing(Failing.throttled(ofSeconds(3))));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(600);
    ThrottledException throttled = failure(claim, ThrottledException.class);
    assertThat(throttled.retryAfter()).contains(ofSeconds(3));
    assertThat(throttled.retryable()).isTrue();
    assertThat(world.connect.calls(CLAIM)).hasSize(4);
    assertThat(world.journal.steps()).containsExactly(Step.INTENT, Step.FAILED);
  }

  @Test
  void claim_unreachableToTheEnd_wasNeverSent() {
    World world = new World();
    world.connect.always(CLAIM, Fault.failing(Failing.unreachable()));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(600);
    assertThat(failure(claim, UnreachableException.class).requestId()).isEmpty();
    assertThat(world.connect.calls(CLAIM)).hasSize(4);
  }

  @RepeatedTest(20)
  void retry_retryAfter_isNeverUndercut() {
    World world = new World();
    world.fails(CLAIM, Failing.throttled(ofSeconds(7)), Failing.throttled(ofSeconds(2)));
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(60);
    result(claim);
    List<Duration> at = world.connect.calls(CLAIM).stream().map(PortCall::at).toList();
    assertThat(at.get(1).minus(at.get(0))).isBetween(ofSeconds(7), ofSeconds(8).plusMillis(500));
    assertThat(at.get(2).minus(at.get(1))).isBetween(ofSeconds(2), ofSeconds(4).plusMillis(500));
  }

  @Test
  void retry_wait_isFullJitterUnderADoublingCap() {
    for (boolean isThrottled : new boolean[] {true, false}) {
      List<List<Duration>> stories =
          IntStream.range(0, 200)
              .mapToObj(i -> attempts(isThrottled ? THROTTLED : UNAVAILABLE, 9))
              .toList();
      for (int attempt = 1; attempt < 9; attempt++) {
        long cap = Math.min(20_000, (isThrottled ? 1_000L : 200L) << (attempt - 1));
        int at = attempt;
        var waits =
            stories.stream()
                .mapToLong(story -> story.get(at).minus(story.get(at - 1)).toMillis())
                .summaryStatistics();
        assertThat(waits.getMin()).isBetween(0L, cap / 4);
        assertThat(waits.getMax()).isBetween(cap * 3 / 4, cap);
        assertThat(waits.getAverage()).isBetween(cap * 0.35, cap * 0.65);
      }
    }
  }

  private static List<Duration> attempts(Fault lasting, int count) {
    World world = new World(b -> b.quota(Quota.of(1_000_000, 1_000)).attempts(count));
    world.connect.always(CLAIM, lasting);
    world.claim().start();
    world.seconds(600);
    return world.connect.calls(CLAIM).stream().map(PortCall::at).toList();
  }

  @Test
  void retry_throttled_holdsBackTheOthersToo() {
    World world = new World();
    E164 another = E164.of("+18005550101");
    world.connect.offer(another);
    world.fails(CLAIM, Failing.throttled(ofSeconds(10)));
    world.claim().start();
    Operation<ConnectNumber> other = world.numbers.claim(another).to(world.instance).start();
    world.advance(ofSeconds(10).minusMillis(1));
    assertThat(other.progress().attempts()).isZero();
    world.seconds(60);
    result(other);
  }

  @Test
  void retry_deadlineBeforeTheNextAttempt_endsAtOnceInsteadOfPassingIt() {
    World world = new World();
    world.fails(CLAIM, Failing.throttled(ofSeconds(30)));
    Operation<ConnectNumber> claim = world.claim().deadline(ofSeconds(20)).start();
    failure(claim, ThrottledException.class);
    world.seconds(600);
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
    assertThat(world.timer.pending()).isZero();
  }
}

package dev.dialtone;

import static dev.dialtone.World.hasEnded;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.Violation;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Stage;
import dev.dialtone.model.Target;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.testing.Hold;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StartTest {
  private final World world = new World();
  private final Target.Instance elsewhere =
      Target.instance("arn:aws:connect:eu-west-2:111122223333:instance/0a1b2c3d");
  private final ContactFlow foreign =
      ContactFlow.of("arn:aws:connect:us-west-2:111122223333:instance/other/contact-flow/f");

  @Test
  void start_everythingWrong_saysAllOfItAtOnceAndSendsNothing() {
    Map<String, String> tags =
        IntStream.range(0, 51)
            .mapToObj(i -> "key" + i)
            .collect(Collectors.toMap(Function.identity(), key -> "value"));
    ClaimRequest request =
        world
            .numbers
            .claim(World.NUMBER)
            .to(elsewhere)
            .description("x".repeat(501))
            .tags(tags)
            .tag("aws:team", "support")
            .attachFlow(foreign);
    InvalidRequestException invalid =
        catchThrowableOfType(InvalidRequestException.class, request::start);
    assertThat(invalid.violations())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder("target", "description", "tags", "tag 'aws:team'", "flow");
    assertThat(invalid)
        .hasMessageContaining("5 rules")
        .hasMessageContaining("eu-west-2")
        .hasMessageContaining("501")
        .hasMessageContaining("52")
        .hasMessageContaining("nothing sent");
    assertThat(invalid.attempts()).isZero();
    assertThat(invalid.ticket()).isEmpty();
    assertThat(invalid.operation()).isEqualTo(CLAIM);
    assertThat(world.connect.calls()).isEmpty();
    assertThat(world.journal.entries()).isEmpty();
  }

  @Test
  void start_moveAcrossRegionsWithAForeignFlow_isRefused() {
    InvalidRequestException invalid =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                world
                    .numbers
                    .move(PhoneNumberId.of("some-id"))
                    .to(elsewhere)
                    .attachFlow(foreign)
                    .start());
    assertThat(invalid.violations()).extracting(Violation::field).containsExactly("target", "flow");
    assertThat(world.connect.calls()).isEmpty();
  }

  @Test
  void start_atTheEdgeOfTheRules_isFine() {
    Map<String, String> tags =
        IntStream.range(0, 49)
            .mapToObj(i -> "key" + i)
            .collect(Collectors.toMap(Function.identity(), key -> "v".repeat(256)));
    Operation<ConnectNumber> claim =
        world
            .claim()
            // Characters count, not the units they are stored in.
            .description("☎".repeat(499) + "😀")
            .tags(tags)
            .tag("Ünïcode key_.:/=+-@".repeat(6), "")
            .start();
    world.seconds(10);
    assertThat(World.result(claim).tags()).hasSize(50);
  }

  @Test
  void start_tagsOutOfRange_areNamedEach() {
    InvalidRequestException invalid =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                world
                    .claim()
                    .tag("", "empty")
                    .tag("k".repeat(129), "long")
                    .tag("bad#key", "sign")
                    .tag("key", "v".repeat(257))
                    .start());
    assertThat(invalid.violations()).hasSize(4);
  }

  @Test
  void start_groupsFlow_mayBeOfAnyInstanceOfTheRegion() {
    Operation<ConnectNumber> claim =
        world.numbers.claim(World.NUMBER).to(world.group).attachFlow(world.otherFlow).start();
    assertThat(claim.progress().stage()).isEqualTo(Stage.SETTLING);
  }

  @Test
  void start_portNeverAnswers_returnsAtOnce() {
    world.connect.always(CLAIM, new Hold());
    Operation<ConnectNumber> claim = world.claim().start();
    assertThat(claim.progress().stage()).isEqualTo(Stage.SENDING);
    assertThat(claim.progress().attempts()).isEqualTo(1);
  }

  @Test
  void start_gateWithoutPermits_returnsAtOnce() {
    QuotaGate shut =
        new QuotaGate() {
          @Override
          public Reservation reserve(Key key, Priority priority, Runnable granted) {
            return () -> {};
          }

          @Override
          public void throttled(Key key, Optional<Duration> retryAfter) {}
        };
    World closed = new World(builder -> builder.quotaGate(shut));
    Operation<ConnectNumber> claim = closed.claim().start();
    closed.advance(ofHours(100));
    assertThat(hasEnded(claim)).isFalse();
    assertThat(claim.progress().stage()).isEqualTo(Stage.WAITING_FOR_QUOTA);
    assertThat(closed.connect.calls()).isEmpty();
  }

  @Test
  void request_isImmutable() {
    ClaimRequest plain = world.claim();
    plain.description("other").tag("team", "x").deadline(ofSeconds(1)).attachFlow(world.flow);
    Operation<ConnectNumber> claim = plain.start();
    assertThat(claim.ticket().parameters()).containsOnlyKeys("number", "target");
    assertThat(claim.ticket().deadline()).isEmpty();
  }

  @Test
  void builder_withoutAService_saysWhatToAdd() {
    assertThatIllegalStateException()
        .isThrownBy(() -> PhoneNumbers.builder().build())
        .withMessageContaining("ConnectAdapter");
  }

  @Test
  void builder_badSettings_areRefusedAtOnce() {
    PhoneNumbers.Builder builder = PhoneNumbers.builder();
    assertThatIllegalArgumentException().isThrownBy(() -> builder.attempts(0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.callTimeout(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.account("1234"));
    assertThatIllegalArgumentException().isThrownBy(() -> Quota.of(0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> Quota.of(Double.NaN, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quota(20, 50, true));
    assertThatIllegalArgumentException().isThrownBy(() -> Quota.of(Double.POSITIVE_INFINITY, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> Quota.of(2, 0));
  }

  @Test
  void start_phoneNumberInATagKey_isNotShown() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> world.claim().tag("aws:+18005550100", "x").start())
        .satisfies(Leaks::assertNone)
        .satisfies(invalid -> Leaks.assertNone(invalid.violations().toString()));
  }
}

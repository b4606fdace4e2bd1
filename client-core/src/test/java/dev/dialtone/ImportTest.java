package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.ATTACH;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.IMPORT;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.ChurnLimitException;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.model.Arn;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.testing.Effect;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.PortCall;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportTest {
  private static final E164 ELSEWHERE = E164.of("+18005550177");

  private final World world = new World();
  private final SourceNumber source = world.connect.addSource(ELSEWHERE);

  private ImportRequest imported() {
    return world.numbers.importNumber(source).to(world.instance);
  }

  @Test
  void import_ofAnotherService_isDoneOnceClaimedAtTheInstance() {
    Operation<ConnectNumber> started =
        imported()
            .description("Support line")
            .tag("team", "support")
            .tags(Map.of("a", "b"))
            .attachFlow(world.flow)
            .start();
    world.seconds(10);
    ConnectNumber number = result(started);
    assertThat(number.number()).isEqualTo(ELSEWHERE);
    assertThat(number.isAt(world.instance)).isTrue();
    assertThat(number.sourceArn()).contains(source.arn());
    assertThat(number.description()).contains("Support line");
    assertThat(number.tags()).isEqualTo(Map.of("team", "support", "a", "b"));
    assertThat(world.connect.flowOf(number.id())).contains(world.flow);
    assertThat(started.ticket().parameters())
        .containsEntry("source", source.arn().text())
        .containsEntry("tag.team", "support");
    assertThat(started.ticket().numberId()).contains(number.id());
  }

  @Test
  void import_replyLost_isOneEffectUnderOneToken() {
    world.connect.next(IMPORT, Fault.replyLost(), Fault.requestLost());
    Operation<ConnectNumber> started = imported().start();
    world.seconds(30);
    result(started);
    assertThat(world.connect.effects(IMPORT))
        .extracting(Effect::token)
        .containsExactly(started.ticket().id());
    assertThat(world.connect.calls(IMPORT))
        .hasSize(3)
        .extracting(PortCall::token)
        .containsOnly(started.ticket().id());
  }

  @Test
  void import_settlingAsFailed_saysToImportAgainAndNotToRelease() {
    world.connect.settleNextAsFailed("The instance is full");
    Operation<ConnectNumber> started = imported().start();
    world.seconds(20);
    OperationFailedException failed = failure(started, OperationFailedException.class);
    assertThat(failed.statusMessage()).contains("full");
    assertThat(failed.retryableUntil()).isEmpty();
    assertThat(failed.advice()).contains("import the same number again").contains("not release");
  }

  @Test
  void import_sourceUnknown_isNotFoundWithoutALook() {
    SourceNumber nowhere =
        SourceNumber.of("arn:aws:social-messaging:us-west-2:111122223333:phone-number-id/nowhere");
    failure(
        world.numbers.importNumber(nowhere).to(world.instance).start(), NotFoundException.class);
    assertThat(world.connect.calls(DESCRIBE)).isEmpty();
  }

  @Test
  void import_overTheChurnAllowance_isAChurnLimit() {
    world.fails(IMPORT, Failing.refusal(Kind.LIMIT_EXCEEDED, 429, "LimitExceeded", "too many"));
    assertThat(failure(imported().start(), ChurnLimitException.class).advice())
        .contains("do not release");
  }

  @Test
  void import_idOfAnotherSource_isNotTakenForDone() {
    world.connect.shows(
        number ->
            new ConnectNumber(
                number.id(),
                number.arn(),
                number.number(),
                number.country(),
                number.type(),
                number.status(),
                number.statusMessage(),
                number.target(),
                number.description(),
                number.tags(),
                Optional.of(Arn.parse("arn:aws:sms-voice:us-west-2:111122223333:phone-number/x"))));
    Operation<ConnectNumber> started = imported().attachFlow(world.flow).start();
    world.advance(ofDays(2));
    assertThat(failure(started, UnexpectedException.class)).hasMessageContaining("another number");
    assertThat(world.connect.calls(ATTACH)).isEmpty();
  }
}

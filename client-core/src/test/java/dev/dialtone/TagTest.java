package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.TAG;
import static dev.dialtone.testing.InMemoryConnect.UNTAG;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.Numbers;
import dev.dialtone.testing.PortCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TagTest {
  private final World world = new World();
  private final PhoneNumberId id = world.claimed();

  @Test
  void tag_new_isDoneOnceItReadsBack() {
    Operation<ConnectNumber> tagging =
        world.numbers.tag(id, Map.of("team", "support", "cost", "42")).start();
    world.seconds(3);
    assertThat(result(tagging).tags()).isEqualTo(Map.of("team", "support", "cost", "42"));
    assertThat(world.connect.calls(TAG))
        .extracting(PortCall::subject)
        .containsExactly("arn:aws:connect:us-west-2:111122223333:phone-number/" + id);
    assertThat(tagging.ticket().parameters()).containsEntry("tag.team", "support");
  }

  @Test
  void tag_partlyThere_sendsThemAndLeavesOthers() {
    Operation<ConnectNumber> first = world.numbers.tag(id, Map.of("a", "1", "b", "2")).start();
    world.seconds(3);
    result(first);
    Operation<ConnectNumber> second = world.numbers.tag(id, Map.of("b", "3")).start();
    world.seconds(3);
    assertThat(result(second).tags()).isEqualTo(Map.of("a", "1", "b", "3"));
  }

  @Test
  void tag_thereAlready_sendsNothing() {
    world.numbers.tag(id, Map.of("a", "1", "b", "2")).start();
    world.seconds(3);
    world.connect.forgetCalls();
    result(world.numbers.tag(id, Map.of("a", "1")).start());
    assertThat(world.connect.calls()).extracting(PortCall::operation).containsExactly(DESCRIBE);
  }

  @Test
  void untag_there_isDoneOnceItIsGone() {
    world.numbers.tag(id, Map.of("a", "1", "b", "2")).start();
    world.seconds(3);
    Operation<ConnectNumber> untagging = world.numbers.untag(id, List.of("a", "c")).start();
    world.seconds(3);
    assertThat(result(untagging).tags()).isEqualTo(Map.of("b", "2"));
    assertThat(world.connect.effects(UNTAG)).hasSize(1);
  }

  @Test
  void untag_notThere_sendsNothing() {
    result(world.numbers.untag(id, List.of("a")).start());
    assertThat(world.connect.calls()).extracting(PortCall::operation).containsExactly(DESCRIBE);
  }

  @Test
  void tag_replyLost_isOneEffect() {
    world.connect.next(TAG, Fault.replyLost(), Fault.requestLost());
    Operation<ConnectNumber> tagging = world.numbers.tag(id, Map.of("a", "1")).start();
    world.seconds(30);
    result(tagging);
    assertThat(world.connect.effects(TAG)).hasSize(1);
  }

  @Test
  void tag_everyReplyLost_isFoundToBeDone() {
    world.connect.always(TAG, Fault.replyLost());
    Operation<ConnectNumber> tagging = world.numbers.tag(id, Map.of("a", "1")).start();
    world.seconds(60);
    assertThat(result(tagging).tags()).containsEntry("a", "1");
  }

  @Test
  void tag_everyRequestLost_isUnknown() {
    world.connect.always(TAG, Fault.requestLost());
    Operation<ConnectNumber> tagging = world.numbers.tag(id, Map.of("a", "1")).start();
    world.seconds(60);
    failure(tagging, OutcomeUnknownException.class);
  }

  @Test
  void tag_whileAMoveIsInProgress_waitsForIt() {
    world.numbers.move(id).to(world.other).start();
    Operation<ConnectNumber> tagging = world.numbers.tag(id, Map.of("a", "1")).start();
    world.seconds(3);
    assertThat(world.connect.calls(TAG)).isEmpty();
    world.seconds(10);
    assertThat(result(tagging).tags()).containsEntry("a", "1");
  }

  @Test
  void tag_thatNeverReadsBack_isUnexpected() {
    world.connect.shows(number -> Numbers.tagged(number, Map.of()));
    Operation<ConnectNumber> tagging = world.numbers.tag(id, Map.of("a", "1")).start();
    world.advance(ofMinutes(3));
    assertThat(failure(tagging, UnexpectedException.class)).hasMessageContaining("other tags");
  }

  @Test
  void tag_arnUnknown_isRefusedUnlessTheCallerNamesIt() {
    PhoneNumberId arn = PhoneNumberId.of(truth().arn().orElseThrow().text());
    world.connect.shows(
        number ->
            new ConnectNumber(
                number.id(),
                Optional.empty(),
                number.number(),
                number.country(),
                number.type(),
                number.status(),
                number.statusMessage(),
                number.target(),
                number.description(),
                number.tags(),
                number.sourceArn()));
    failure(world.numbers.tag(id, Map.of("a", "1")).start(), UnexpectedException.class);
    assertThat(world.connect.calls(TAG)).isEmpty();
    Operation<ConnectNumber> named = world.numbers.tag(arn, Map.of("a", "1")).start();
    world.seconds(3);
    result(named);
  }

  @Test
  void tag_idUnknown_isNotFound() {
    failure(
        world.numbers.tag(PhoneNumberId.of("no-such-id"), Map.of("a", "1")).start(),
        NotFoundException.class);
  }

  private ConnectNumber truth() {
    return world.connect.truth(id).orElseThrow();
  }
}

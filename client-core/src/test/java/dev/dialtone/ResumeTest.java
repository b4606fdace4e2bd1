package dev.dialtone;

import static dev.dialtone.Processes.NAMED;
import static dev.dialtone.Processes.NUMBER;
import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.LIST;
import static dev.dialtone.testing.InMemoryConnect.MOVE;
import static dev.dialtone.testing.InMemoryConnect.RELEASE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dialtone.Processes.Client;
import dev.dialtone.error.ConflictException;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.error.Violation;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.ReleasedNumber;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Ticket;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.InMemoryChime;
import dev.dialtone.testing.InMemoryConnect;
import dev.dialtone.testing.JournalEntries;
import dev.dialtone.testing.PortCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a process goes on with that another one began. */
class ResumeTest {
  private final Processes world = new Processes();

  private List<Operation<?>> resumedAfterTheLease() {
    Client next = world.start();
    Answer<List<Operation<?>>> all = next.numbers.resumeAll();
    world.seconds(60);
    return result(all);
  }

  @Test
  void claim_neverSent_isSentOnce() {
    Client first = world.start(builder -> builder.quota(Quota.of(0.001, 1)));
    first.numbers.claim(E164.of("+18005550177")).to(world.instance).start(); // Takes the permit.
    Ticket ticket = first.numbers.claim(NUMBER).to(world.instance).start().ticket();
    first.kill();
    world.connect.forgetCalls();
    world.seconds(60);
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.seconds(60);
    assertThat(resumed).extracting(it -> it.ticket().id()).contains(ticket.id());
    assertThat(world.connect.calls(CLAIM)).extracting(PortCall::token).contains(ticket.id());
    assertThat(world.connect.effects(CLAIM)).hasSize(1);
    assertThat(resumed).allMatch(World::hasEnded);
  }

  @Test
  void claim_neverSentAndPastItsDeadline_isNotSentAnyMore() {
    Client first = world.start(builder -> builder.quota(Quota.of(0.02, 1)));
    first.numbers.claim(E164.of("+18005550177")).to(world.instance).start(); // Takes the permit.
    first.numbers.claim(NUMBER).to(world.instance).deadline(ofMinutes(1)).start();
    first.kill();
    world.connect.forgetCalls();
    world.seconds(120);
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.seconds(60);
    assertThat(resumed).hasSize(1).allMatch(World::hasEnded);
    assertThat(world.connect.calls(CLAIM))
        .extracting(PortCall::subject)
        .doesNotContain(NUMBER.value());
  }

  @Test
  void claim_takenAndPastItsDeadline_isLookedAtAllTheSame() {
    Client first = world.start();
    first.numbers.claim(NUMBER).to(world.instance).deadline(ofMinutes(1)).start();
    world.seconds(1);
    first.kill();
    world.seconds(120);
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.seconds(60);
    assertThat(((ConnectNumber) result(resumed.get(0))).number()).isEqualTo(NUMBER);
  }

  @Test
  void story_ofAnOperation_tellsEachCallAnswerAndDecision() {
    Client first = world.start();
    world.connect.next(CLAIM, Fault.requestLost(), Fault.failing(Failing.throttled()));
    Operation<ConnectNumber> claim = first.numbers.claim(NUMBER).to(world.instance).start();
    world.seconds(5);
    assertThat(JournalEntries.get(world.journal.story(claim.ticket().id())))
        .extracting(entry -> entry.step() + " " + entry.detail())
        .satisfiesExactly(
            one -> assertThat(one).isEqualTo("INTENT "),
            one -> assertThat(one).isEqualTo("SENDING attempt 1"),
            one -> assertThat(one).startsWith("NOTE "),
            one -> assertThat(one).isEqualTo("SENDING attempt 2"),
            one -> assertThat(one).startsWith("NOTE 429 "),
            one -> assertThat(one).isEqualTo("SENDING attempt 3"),
            one -> assertThat(one).isEqualTo("ACCEPTED "),
            one -> assertThat(one).isEqualTo("NOTE seen: IN_PROGRESS"));
  }

  @Test
  void claim_killedAfterTheEffect_isFoundAndNotSentAgain() {
    Client first = world.start();
    world.connect.next(CLAIM, Fault.silent());
    Ticket ticket = lostAfterTheEffect(first);
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.seconds(60);
    assertThat(resumed).hasSize(1);
    assertThat(((ConnectNumber) result(resumed.get(0))).number()).isEqualTo(NUMBER);
    assertThat(resumed.get(0).ticket().id()).isEqualTo(ticket.id());
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
    assertThat(world.connect.calls(LIST)).hasSize(1);
    assertThat(world.connect.effects(CLAIM)).hasSize(1);
  }

  private Ticket lostAfterTheEffect(Client process) {
    world.connect.next(CLAIM);
    Operation<ConnectNumber> claim = process.numbers.claim(NUMBER).to(world.instance).start();
    process.kill();
    return claim.ticket();
  }

  @Test
  void claim_killedBeforeTheEffect_isLookedForAndSentAgainWithItsToken() {
    Client first = world.start();
    world.connect.next(CLAIM, Fault.requestLost());
    Operation<ConnectNumber> claim = first.numbers.claim(NUMBER).to(world.instance).start();
    first.kill();
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.seconds(60);
    result(resumed.get(0));
    assertThat(world.connect.calls())
        .extracting(PortCall::operation)
        .startsWith(CLAIM, LIST, CLAIM);
    assertThat(world.connect.calls(CLAIM))
        .extracting(PortCall::token)
        .containsOnly(claim.ticket().id());
  }

  @Test
  void claim_accepted_isOnlyLookedAt() {
    Client first = world.start();
    first.numbers.claim(NUMBER).to(world.instance).attachFlow(world.flow).start();
    world.seconds(1);
    first.kill();
    world.connect.forgetCalls();
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.seconds(60);
    PhoneNumberId id = ((ConnectNumber) result(resumed.get(0))).id();
    assertThat(world.connect.calls(CLAIM)).isEmpty();
    assertThat(world.connect.calls(LIST)).isEmpty();
    assertThat(world.connect.flowOf(id)).contains(world.flow);
  }

  @Test
  void import_killedAfterTheEffect_isFoundByItsSource() {
    SourceNumber source = world.connect.addSource(E164.of("+18005550190"));
    Client first = world.start();
    world.connect.next(InMemoryConnect.IMPORT, Fault.replyLost());
    first.numbers.importNumber(source).to(world.instance).start();
    first.kill();
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.seconds(60);
    result(resumed.get(0));
    assertThat(world.connect.calls(InMemoryConnect.IMPORT)).hasSize(1);
  }

  @Test
  void move_killedOnTheWire_isReadAboutFirst() {
    PhoneNumberId id = world.claimed();
    Client first = world.start();
    world.connect.next(MOVE, Fault.requestLost());
    first.numbers.move(id).to(world.other).start();
    first.kill();
    world.connect.forgetCalls();
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.seconds(120);
    assertThat(((ConnectNumber) result(resumed.get(0))).isAt(world.other)).isTrue();
    assertThat(world.connect.calls()).extracting(PortCall::operation).startsWith(DESCRIBE, MOVE);
    assertThat(world.connect.effects(MOVE)).hasSize(1);
  }

  @Test
  void release_killedAfterTheEffect_isDoneAndNotSentAgain() {
    PhoneNumberId id = world.claimed();
    Client first = world.start();
    first.numbers.release(id).confirm(NUMBER).start();
    first.kill();
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.seconds(600);
    assertThat(result(resumed.get(0))).isInstanceOf(ReleasedNumber.class);
    assertThat(world.connect.calls(RELEASE)).hasSize(1);
  }

  @Test
  void changes_killedOnTheWire_areDoneOnce() {
    PhoneNumberId id = world.claimed();
    Client first = world.start();
    world.connect.next(InMemoryConnect.DESCRIPTION, Fault.requestLost());
    world.connect.next(InMemoryConnect.ATTACH, Fault.replyLost());
    first.numbers.updateDescription(id, "Night line").start();
    first.numbers.tag(id, Map.of("team", "support")).start();
    first.numbers.attachFlow(id, world.flow).start();
    world.seconds(1);
    first.kill();
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.seconds(600);
    assertThat(resumed).allSatisfy(World::result);
    ConnectNumber truth = world.connect.truth(id).orElseThrow();
    assertThat(truth.description()).contains("Night line");
    assertThat(truth.tags()).containsEntry("team", "support");
    assertThat(world.connect.flowOf(id)).contains(world.flow);
  }

  @Test
  void rename_pending_isFollowedByTheNextProcess() {
    Client first = world.start();
    first.numbers.updateCallingName(NAMED, CallingName.of("ACME SUPPORT")).start();
    world.seconds(10);
    first.kill();
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.advance(ofHours(3));
    assertThat(((ChimeNumber) result(resumed.get(0))).callingName()).contains("ACME SUPPORT");
    assertThat(world.chime.calls(InMemoryChime.CALLING_NAME)).hasSize(1);
  }

  @Test
  void rename_killedOnTheWire_isSentAgainOnlyIfNothingHasHappened() {
    Client first = world.start();
    world.chime.next(InMemoryChime.CALLING_NAME, Fault.requestLost());
    first.numbers.updateCallingName(NAMED, CallingName.of("ACME SUPPORT")).start();
    first.kill();
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.advance(ofHours(3));
    result(resumed.get(0));
    assertThat(world.chime.calls(InMemoryChime.CALLING_NAME)).hasSize(2);
    assertThat(world.chime.effects()).hasSize(1);
  }

  @Test
  void rename_ofABatch_goesOnToo() {
    world.chime.add(E164.of("+12065550101"));
    Client first = world.start();
    first
        .numbers
        .updateCallingNames(
            Map.of(
                NAMED, CallingName.of("ACME"), E164.of("+12065550101"), CallingName.of("ACME B")))
        .start();
    world.seconds(5);
    first.kill();
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.advance(ofHours(3));
    assertThat(resumed).hasSize(2).allSatisfy(World::result);
    assertThat(world.chime.effects()).hasSize(2);
  }

  @Test
  void resume_ofATicketWithoutItsJournal_readsFirst() {
    Client first = world.start();
    Operation<ConnectNumber> claim = first.numbers.claim(NUMBER).to(world.instance).start();
    String kept = claim.ticket().encode();
    first.kill();
    Processes.Client elsewhere =
        world.start(builder -> builder.journal(new dev.dialtone.internal.InMemoryJournal()));
    Operation<ConnectNumber> resumed =
        elsewhere.numbers.resume(Ticket.decode(kept), ConnectNumber.class);
    world.seconds(60);
    assertThat(result(resumed).number()).isEqualTo(NUMBER);
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
  }

  @Test
  void resume_whatThisProcessFollows_isTheSameOperation() {
    Client first = world.start();
    Operation<ConnectNumber> claim = first.numbers.claim(NUMBER).to(world.instance).start();
    Operation<ConnectNumber> same = first.numbers.resume(claim.ticket(), ConnectNumber.class);
    world.seconds(60);
    assertThat(result(same)).isSameAs(result(claim));
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
  }

  @Test
  void resume_whatAnotherProcessFollows_isRefusedUntilItsLeaseIsOver() {
    Client first = world.start();
    world.connect.settlesAfter(ofHours(1));
    Operation<ConnectNumber> claim = first.numbers.claim(NUMBER).to(world.instance).start();
    world.seconds(5);
    Client second = world.start();
    failure(second.numbers.resume(claim.ticket(), ConnectNumber.class), ConflictException.class);
    Answer<List<Operation<?>>> all = second.numbers.resumeAll();
    world.advance(ofMinutes(5));
    assertThat(result(all)).isEmpty();
    first.kill();
    world.advance(ofMinutes(1));
    Operation<ConnectNumber> resumed = second.numbers.resume(claim.ticket(), ConnectNumber.class);
    world.advance(ofHours(2));
    assertThat(result(resumed).number()).isEqualTo(NUMBER);
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
  }

  @Test
  void resume_ofAnotherPlaceOrType_isRefusedWithAllThatIsWrong() {
    Client first = world.start();
    Ticket ticket = first.numbers.claim(NUMBER).to(world.instance).start().ticket();
    assertThat(violations(first, ticket, ReleasedNumber.class)).containsExactly("type");
    Ticket elsewhere =
        new Ticket(
            "chime",
            ticket.operation(),
            ticket.id(),
            "eu-west-2",
            ticket.account(),
            ticket.startedAt(),
            ticket.deadline(),
            ticket.numberId(),
            ticket.parameters(),
            ticket.before());
    assertThat(violations(first, elsewhere, ConnectNumber.class))
        .containsExactly("namespace", "region");
    Client othersAccount = world.start(builder -> builder.account("999999999999"));
    assertThat(violations(othersAccount, ticket, ConnectNumber.class)).containsExactly("account");
  }

  private static List<String> violations(Client process, Ticket ticket, Class<?> type) {
    return catchThrowableOfType(
            InvalidRequestException.class, () -> process.numbers.resume(ticket, type))
        .violations()
        .stream()
        .map(Violation::field)
        .toList();
  }

  @Test
  void close_whatIsNotDone_isGoneOnWithAtOnce() {
    Client first = world.start();
    world.connect.settlesAfter(ofHours(1));
    Operation<ConnectNumber> claim = first.numbers.claim(NUMBER).to(world.instance).start();
    world.seconds(5);
    first.numbers.close();
    failure(claim, StillInProgressException.class);
    Client next = world.start();
    List<Operation<?>> resumed = result(next.numbers.resumeAll());
    assertThat(resumed).hasSize(1);
    world.advance(ofHours(2));
    result(resumed.get(0));
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
  }

  @Test
  void cancelled_isNotGoneOnWithUnlessByItsTicket() {
    Client first = world.start();
    Operation<ConnectNumber> claim = first.numbers.claim(NUMBER).to(world.instance).start();
    claim.cancel();
    assertThat(resumedAfterTheLease()).isEmpty();
    Client next = world.start();
    Operation<ConnectNumber> resumed = next.numbers.resume(claim.ticket(), ConnectNumber.class);
    world.seconds(60);
    result(resumed);
    assertThat(world.connect.calls(CLAIM)).hasSize(1);
  }

  @Test
  void claim_foundElsewhereWithAnOldToken_isUnknown() {
    Client first = world.start();
    world.connect.next(CLAIM, Fault.requestLost());
    first.numbers.claim(NUMBER).to(world.instance).start();
    first.kill();
    Client somebody = world.start();
    somebody.numbers.claim(NUMBER).to(world.other).start();
    world.advance(ofHours(2));
    somebody.kill();
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.advance(ofMinutes(10));
    assertThat(failure(resumed.get(0), OutcomeUnknownException.class))
        .hasMessageContaining("not where it was wanted");
    assertThat(world.connect.calls(CLAIM)).hasSize(2);
  }

  @Test
  void description_changedSinceWithAnOldToken_isUnknownAndNotOverwritten() {
    PhoneNumberId id = world.claimed();
    Client first = world.start();
    world.connect.next(InMemoryConnect.DESCRIPTION, Fault.requestLost());
    first.numbers.updateDescription(id, "Night line").start();
    first.kill();
    Client somebody = world.start();
    somebody.numbers.updateDescription(id, "Day line").start();
    world.advance(ofHours(2));
    somebody.kill();
    List<Operation<?>> resumed = resumedAfterTheLease();
    world.advance(ofMinutes(10));
    failure(resumed.get(0), OutcomeUnknownException.class);
    assertThat(world.connect.truth(id).orElseThrow().description()).contains("Day line");
  }
}

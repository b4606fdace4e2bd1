package dev.dialtone.connect;

import static dev.dialtone.connect.OverHttp.NUMBER;
import static dev.dialtone.connect.OverHttp.PATIENCE;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.dialtone.ChangeRequest;
import dev.dialtone.ImportRequest;
import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.ReleaseRequest;
import dev.dialtone.aws.testing.Overheard;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No phone number in clear where a person or a log could read it, whatever the service says. */
class MaskingTest {
  private static final String CLAIM = "ClaimPhoneNumber";
  private static final String DESCRIBE = "DescribePhoneNumber";

  private static final List<String> ALL_BUT_DESCRIBE =
      List.of(
          CLAIM,
          "SearchAvailablePhoneNumbers",
          "ListPhoneNumbersV2",
          "ImportPhoneNumber",
          "UpdatePhoneNumber",
          "UpdatePhoneNumberMetadata",
          "ReleasePhoneNumber",
          "AssociatePhoneNumberContactFlow",
          "DisassociatePhoneNumberContactFlow",
          "BatchGetFlowAssociation",
          "TagResource",
          "UntagResource");

  private static final Duration SOON = ofSeconds(4);

  private static final Duration LATER = ofMinutes(3);

  /** All numbers of the stand-in, however they are written. */
  private static final String TELLTALE = "800\\D{0,3}555\\D{0,2}01\\d\\d";

  private final OverHttp world = new OverHttp(ZERO);
  private final PhoneNumbers numbers = world.numbers().build();
  private final Overheard overheard = new Overheard();

  @AfterEach
  void close() {
    overheard.close();
    numbers.close();
    world.close();
  }

  @Test
  void everyVerb_goingWell_showsNoNumber() {
    var found =
        numbers
            .search(CountryCode.of("US"), NumberType.TOLL_FREE)
            .offeredTo(world.instance)
            .prefix("+18005550")
            .first(3)
            .await(PATIENCE);
    overheard.add(found);
    var progress = new ConcurrentLinkedQueue<String>();
    var claim =
        numbers
            .claim(NUMBER)
            .to(world.instance)
            .attachFlow(world.flow)
            .start()
            .onProgress(now -> progress.add(now.toString()));
    ConnectNumber claimed = claim.await(PATIENCE);
    var move = numbers.move(claimed.id()).to(world.group).start();
    overheard.add(move.await(PATIENCE));
    overheard.add(numbers.describe(claimed.id()).await(PATIENCE));
    for (ChangeRequest<?> change : changes(claimed.id())) {
      Operation<?> started = change.start().onProgress(now -> progress.add(now.toString()));
      overheard.add(started.await(PATIENCE) + " " + started + " " + started.progress());
    }
    var imported = imported().start();
    overheard.add(imported.await(PATIENCE) + " " + imported);
    overheard.add(numbers.list().number(IMPORTED).first(5).await(PATIENCE));
    var release = numbers.release(claimed.id()).confirm(NUMBER).start();
    overheard.add(release.await(PATIENCE) + " " + release);
    overheard.add(
        claimed + " " + claim + " " + claim.ticket() + " " + claim.progress() + " " + move);
    progress.forEach(overheard::add);
    assertNothingShows();
  }

  private static final E164 IMPORTED = E164.of("+18005550177");

  private ImportRequest imported() {
    String source = world.simulator.addSourceNumber("US", "TOLL_FREE", IMPORTED.value());
    return numbers.importNumber(SourceNumber.of(source)).to(world.instance);
  }

  /** The name and the tags may hold a number too. */
  private List<ChangeRequest<ConnectNumber>> changes(PhoneNumberId id) {
    return List.of(
        numbers.updateDescription(id, "call +18005550101 at night"),
        numbers.tag(id, Map.of("backup", "+18005550102")),
        numbers.attachFlow(id, world.flow),
        numbers.detachFlow(id, world.instance),
        numbers.untag(id, List.of("backup")));
  }

  static Stream<Fault> faults() {
    String says = "no +18005550100, 18005550100, %2B18005550100 or +1 (800) 555-0100 here";
    return Stream.of(
        Fault.error(400, "InvalidParameterException", says),
        Fault.error(400, "InvalidParameterException", "Phone number not available: +18005550100"),
        Fault.error(403, "AccessDeniedException", says),
        Fault.error(404, "ResourceNotFoundException", says),
        Fault.error(409, "IdempotencyException", says),
        Fault.error(429, "LimitExceededException", says),
        Fault.error(429, "ThrottlingException", says),
        Fault.error(500, "InternalServiceException", says),
        Fault.error(418, "TeapotException", says),
        Fault.answer(502, "<html>" + says + "</html>"),
        Fault.answer(404, "<html>" + says + "</html>"),
        Fault.answer(301, says),
        Fault.answer(200, "{\"PhoneNumber\":\"+18005550100"),
        Fault.answer(200, "+18005550100"),
        Fault.answer(200, "{\"PhoneNumberId\":\"+18005550100\"}"),
        Fault.answer(200, "{\"PhoneNumberId\":{\"+18005550100\":0}}"),
        Fault.replyLostAfterEffect(),
        Fault.replyLostBeforeEffect());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyVerb_failing_showsNoNumber(Fault fault) {
    PhoneNumberId id = claim(1).await(PATIENCE).id();
    var search =
        numbers.search(CountryCode.of("US"), NumberType.TOLL_FREE).offeredTo(world.instance);
    for (String operation : ALL_BUT_DESCRIBE) {
      world.simulator.faults().always(operation, fault);
    }
    fails(() -> numbers.claim(number(0)).to(world.instance).deadline(SOON).start().await(PATIENCE));
    mayFail(() -> search.stream().toList());
    mayFail(() -> search.first(1).await(PATIENCE));
    var move = numbers.move(id).to(world.group).attachFlow(world.flow).deadline(SOON);
    mayFail(() -> move.start().await(PATIENCE));
    mayFail(() -> imported().deadline(SOON).start().await(PATIENCE));
    mayFail(() -> numbers.list().first(1).await(PATIENCE));
    changes(id).forEach(change -> mayFail(() -> change.deadline(SOON).start().await(PATIENCE)));
    fails(() -> numbers.release(id).confirm(NUMBER).deadline(SOON).start().await(PATIENCE));
    mayFail(() -> releaseOf(id).start().await(PATIENCE));
    world.simulator.faults().always(DESCRIBE, fault);
    fails(() -> numbers.describe(id).await(PATIENCE));
    fails(() -> numbers.move(id).to(world.instance).deadline(SOON).start().await(PATIENCE));
    changes(id).forEach(change -> fails(() -> change.deadline(SOON).start().await(PATIENCE)));
    fails(() -> releaseOf(id).start().await(PATIENCE));
    assertNothingShows();
  }

  @Test
  void claim_settlingBadly_showsNoNumber() {
    world.simulator.faults().failSettling(number(0).value(), "cannot take +18005550100 now");
    fails(() -> claim(0).await(PATIENCE));
    world.simulator.faults().status(number(1).value(), "LOST +18005550101");
    var lost = claim(1);
    Awaitility.await().until(() -> lost.progress().lastStatus().isPresent());
    overheard.add(lost.progress() + " " + lost);
    fails(() -> lost.await(ofMillis(20)));
    lost.cancel();
    fails(() -> lost.await(PATIENCE));
    var search = numbers.search(CountryCode.of("US"), NumberType.DID).offeredTo(world.instance);
    fails(() -> search.prefix("+18005550100 x").first(1).await(PATIENCE));
    assertNothingShows();
  }

  @Test
  void claim_unanswered_showsNoNumber() {
    world.simulator.faults().always(CLAIM, Fault.latency(ofSeconds(20)));
    world.simulator.faults().always("ListPhoneNumbersV2", Fault.latency(ofSeconds(20)));
    try (PhoneNumbers impatient = world.numbers().callTimeout(ofMillis(200)).build()) {
      fails(() -> impatient.claim(NUMBER).to(world.instance).start().await(PATIENCE));
      var claim = impatient.claim(number(1)).to(world.instance).start();
      fails(() -> claim.await(ofMillis(10)));
      claim.cancel();
      fails(() -> claim.await(PATIENCE));
    }
    assertNothingShows();
  }

  private ReleaseRequest releaseOf(PhoneNumberId id) {
    return numbers.release(id).confirm(number(1)).deadline(SOON);
  }

  private Operation<ConnectNumber> claim(int which) {
    return numbers.claim(number(which)).to(world.instance).deadline(LATER).start();
  }

  private static E164 number(int which) {
    return E164.of("+1800555010" + which);
  }

  private void fails(Supplier<?> call) {
    overheard.fails(call);
  }

  private void mayFail(Supplier<?> call) {
    overheard.mayFail(call);
  }

  private void assertNothingShows() {
    overheard.assertHides(TELLTALE);
  }
}

package dev.dialtone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Move;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every way to Amazon Connect must do, the in-memory one and the adapter over HTTP alike. Each
 * test gets a fresh world in which nothing is offered and a claim or move stays IN_PROGRESS until
 * it is told to settle.
 */
public abstract class ConnectPortContract extends HeldNumberContract {
  @Test
  void region_always_isThatOfItsTargets() {
    assertThat(instance().arn().orElseThrow().region()).isEqualTo(port().region());
  }

  @Test
  void search_moreThanAPage_goesOnAtTheToken() {
    E164[] twelve =
        IntStream.range(0, 12).mapToObj(i -> E164.of("+184455501" + (10 + i))).toArray(E164[]::new);
    offer(twelve);
    Page<AvailableNumber> first = get(port().search(search("+1844"), call()));
    assertThat(first.items()).hasSize(10);
    assertThat(first.nextToken()).isPresent();
    Page<AvailableNumber> second =
        get(port().search(search("+1844").from(first.nextToken()), call()));
    assertThat(second.nextToken()).isEmpty();
    assertThat(first.items()).extracting(AvailableNumber::number).doesNotHaveDuplicates();
    assertThat(second.items())
        .extracting(AvailableNumber::number)
        .hasSize(2)
        .doesNotContainAnyElementsOf(first.items().stream().map(AvailableNumber::number).toList());
  }

  @Test
  void search_numberOffered_tellsCountryAndType() {
    offer(NUMBER);
    assertThat(get(port().search(search("+1844"), call())).items())
        .containsExactly(
            new AvailableNumber(
                NUMBER, Optional.of(CountryCode.of("US")), Optional.of(NumberType.TOLL_FREE)));
  }

  @Test
  void search_nothingFits_isOneEmptyPage() {
    offer(NUMBER);
    assertThat(get(port().search(search("+1877"), call())))
        .isEqualTo(new Page<AvailableNumber>(java.util.List.of(), Optional.empty()));
  }

  @Test
  void claim_numberOffered_isInProgressAndThenClaimedAtTheTarget() {
    offer(NUMBER);
    PhoneNumberId id = get(port().claim(claim(NUMBER), call())).id().orElseThrow();
    assertThat(describe(id).status()).isEqualTo(NumberStatus.IN_PROGRESS);
    letSettle();
    ConnectNumber number = describe(id);
    assertThat(number.status()).isEqualTo(NumberStatus.CLAIMED);
    assertThat(number.isAt(instance())).isTrue();
    assertThat(number.id()).isEqualTo(id);
    assertThat(number.number()).isEqualTo(NUMBER);
    assertThat(number.country()).contains(CountryCode.of("US"));
    assertThat(number.type()).contains(NumberType.TOLL_FREE);
    assertThat(number.description()).contains("Support line");
    assertThat(number.tags()).isEqualTo(Map.of("team", "support", "cost centre", "42"));
    assertThat(number.statusMessage()).isEmpty();
  }

  @Test
  void claim_intoAGroup_isClaimedThere() {
    offer(NUMBER);
    Claim claim = new Claim(NUMBER, group(), Optional.empty(), new TreeMap<>(), Optional.empty());
    PhoneNumberId id = get(port().claim(claim, call())).id().orElseThrow();
    letSettle();
    assertThat(describe(id).isAt(group())).isTrue();
  }

  @Test
  void claim_sameTokenAndParametersAgain_isTheSameClaim() {
    offer(NUMBER);
    Call call = call();
    PhoneNumberId id = get(port().claim(claim(NUMBER), call)).id().orElseThrow();
    assertThat(get(port().claim(claim(NUMBER), call)).id()).contains(id);
    letSettle();
    assertThat(get(port().claim(claim(NUMBER), call)).id()).contains(id);
  }

  @Test
  void claim_sameTokenForAnotherNumber_isRefusedWithoutEffect() {
    offer(NUMBER, ANOTHER);
    Call call = call();
    get(port().claim(claim(NUMBER), call));
    PortException refusal = failure(port().claim(claim(ANOTHER), call));
    assertRefused(refusal, Kind.IDEMPOTENCY);
    assertThat(get(port().search(search(ANOTHER.value().substring(0, 9)), call())).items())
        .extracting(AvailableNumber::number)
        .contains(ANOTHER);
  }

  @Test
  void claim_tokenNotALowerCaseUuid_isRefused() {
    offer(NUMBER);
    Call call = new Call("ORDER-123", Duration.ofSeconds(10));
    assertRefused(failure(port().claim(claim(NUMBER), call)), Kind.INVALID_PARAMETER);
  }

  @Test
  void claim_numberClaimedBefore_isTaken() {
    offer(NUMBER);
    get(port().claim(claim(NUMBER), call()));
    PortException refusal = failure(port().claim(claim(NUMBER), call()));
    assertRefused(refusal, Kind.TAKEN);
    assertThat(refusal.summary()).doesNotContain(NUMBER.value().substring(1));
  }

  @Test
  void claim_numberNeverOffered_isTaken() {
    assertRefused(failure(port().claim(claim(ANOTHER), call())), Kind.TAKEN);
  }

  @Test
  void claim_targetDoesNotExist_isNotFound() {
    offer(NUMBER);
    Target nowhere =
        Target.instance(instance().text().replace(instance().id(), UUID.randomUUID().toString()));
    Claim claim = new Claim(NUMBER, nowhere, Optional.empty(), new TreeMap<>(), Optional.empty());
    assertRefused(failure(port().claim(claim, call())), Kind.NOT_FOUND);
  }

  @Test
  void claim_targetFull_isAcceptedAndSettlesAsFailed() {
    offer(NUMBER);
    Claim claim =
        new Claim(NUMBER, fullInstance(), Optional.empty(), new TreeMap<>(), Optional.empty());
    PhoneNumberId id = get(port().claim(claim, call())).id().orElseThrow();
    letSettle();
    assertThat(describe(id).status()).isEqualTo(NumberStatus.FAILED);
    assertThat(describe(id).statusMessage())
        .hasValueSatisfying(why -> assertThat(why).isNotBlank());
  }

  @Test
  void claim_sameNumberAfterItsClaimFailed_isTheSameNumberClaimed() {
    offer(NUMBER);
    Claim failing =
        new Claim(NUMBER, fullInstance(), Optional.empty(), new TreeMap<>(), Optional.empty());
    PhoneNumberId id = get(port().claim(failing, call())).id().orElseThrow();
    letSettle();
    assertThat(get(port().claim(claim(NUMBER), call())).id()).contains(id);
    letSettle();
    assertThat(describe(id).status()).isEqualTo(NumberStatus.CLAIMED);
    assertThat(describe(id).isAt(instance())).isTrue();
  }

  @Test
  void describe_idUnknown_isNotFound() {
    assertRefused(failure(port().describe(unknownId(), call())), Kind.NOT_FOUND);
  }

  @Test
  void move_numberClaimed_showsTheOldTargetUntilItHasSettled() {
    PhoneNumberId id = claimed();
    get(port().move(new Move(id, group(), Optional.empty()), call()));
    assertThat(describe(id).status()).isEqualTo(NumberStatus.IN_PROGRESS);
    assertThat(describe(id).isAt(instance())).isTrue();
    letSettle();
    assertThat(describe(id).status()).isEqualTo(NumberStatus.CLAIMED);
    assertThat(describe(id).isAt(group())).isTrue();
  }

  @Test
  void move_sameTokenAgain_isTheSameMove() {
    PhoneNumberId id = claimed();
    Call call = call();
    Move move = new Move(id, group(), Optional.empty());
    get(port().move(move, call));
    get(port().move(move, call));
    letSettle();
    assertThat(describe(id).isAt(group())).isTrue();
  }

  @Test
  void move_previousOperationInProgress_isAConflict() {
    PhoneNumberId id = claimed();
    get(port().move(new Move(id, group(), Optional.empty()), call()));
    PortException refusal =
        failure(port().move(new Move(id, instance(), Optional.empty()), call()));
    assertRefused(refusal, Kind.CONFLICT);
  }

  @Test
  void move_idUnknown_isNotFound() {
    Move move = new Move(unknownId(), group(), Optional.empty());
    assertRefused(failure(port().move(move, call())), Kind.NOT_FOUND);
  }

  @Test
  void move_targetFull_isAcceptedAndSettlesAsFailedWhereItWas() {
    PhoneNumberId id = claimed();
    get(port().move(new Move(id, fullInstance(), Optional.empty()), call()));
    letSettle();
    assertThat(describe(id).status()).isEqualTo(NumberStatus.FAILED);
    assertThat(describe(id).isAt(instance())).isTrue();
  }
}

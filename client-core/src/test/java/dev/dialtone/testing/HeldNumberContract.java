package dev.dialtone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.model.Arn;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.ConnectPort.Listing;
import dev.dialtone.spi.ConnectPort.Move;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.PortException.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The part of {@link ConnectPortContract} about numbers that are there, or come from elsewhere. */
abstract class HeldNumberContract extends ConnectPortFixture {
  @Test
  void import_sourceOfAnotherService_isInProgressAndThenClaimedAtTheInstance() {
    SourceNumber source = addSource(NUMBER);
    PhoneNumberId id = get(port().importNumber(importOf(source), call())).id().orElseThrow();
    assertThat(describe(id).status()).isEqualTo(NumberStatus.IN_PROGRESS);
    letSettle();
    ConnectNumber number = describe(id);
    assertThat(number.status()).isEqualTo(NumberStatus.CLAIMED);
    assertThat(number.isAt(instance())).isTrue();
    assertThat(number.number()).isEqualTo(NUMBER);
    assertThat(number.sourceArn()).contains(source.arn());
    assertThat(number.description()).contains("Support line");
    assertThat(number.tags()).isEqualTo(Map.of("team", "support"));
  }

  @Test
  void import_sameTokenAgain_isTheSameImport() {
    SourceNumber source = addSource(NUMBER);
    Call call = call();
    PhoneNumberId id = get(port().importNumber(importOf(source), call)).id().orElseThrow();
    assertThat(get(port().importNumber(importOf(source), call)).id()).contains(id);
  }

  @Test
  void import_sourceImportedBefore_isRefused() {
    SourceNumber source = addSource(NUMBER);
    get(port().importNumber(importOf(source), call()));
    assertRefused(failure(port().importNumber(importOf(source), call())), Kind.INVALID_PARAMETER);
  }

  @Test
  void import_sourceUnknown_isNotFound() {
    SourceNumber nowhere =
        SourceNumber.of(
            "arn:aws:sms-voice:us-west-2:111122223333:phone-number/phone-" + "0".repeat(32));
    assertRefused(failure(port().importNumber(importOf(nowhere), call())), Kind.NOT_FOUND);
  }

  @Test
  void updateDescription_numberClaimed_showsTheOldOneUntilItHasSettled() {
    PhoneNumberId id = claimed();
    get(port().updateDescription(id, "Night line", call()));
    assertThat(describe(id).status()).isEqualTo(NumberStatus.IN_PROGRESS);
    assertThat(describe(id).description()).contains("Support line");
    letSettle();
    assertThat(describe(id).status()).isEqualTo(NumberStatus.CLAIMED);
    assertThat(describe(id).description()).contains("Night line");
  }

  @Test
  void updateDescription_empty_clearsIt() {
    PhoneNumberId id = claimed();
    get(port().updateDescription(id, "", call()));
    letSettle();
    assertThat(describe(id).description()).isEmpty();
  }

  @Test
  void updateDescription_previousOperationInProgress_isAConflictButTheSameTokenIsNot() {
    PhoneNumberId id = claimed();
    Call call = call();
    get(port().updateDescription(id, "Night line", call));
    get(port().updateDescription(id, "Night line", call));
    assertRefused(failure(port().updateDescription(id, "Day line", call())), Kind.CONFLICT);
  }

  @Test
  void updateDescription_idUnknown_isNotFound() {
    assertRefused(failure(port().updateDescription(unknownId(), "x", call())), Kind.NOT_FOUND);
  }

  @Test
  void release_numberClaimed_isGoneOnceItHasSettled() {
    PhoneNumberId id = claimed();
    Arn arn = arn(id);
    get(port().release(id, call()));
    letSettle();
    assertRefused(failure(port().describe(id, call())), Kind.NOT_FOUND);
    assertRefused(failure(port().describe(PhoneNumberId.of(arn.text()), call())), Kind.NOT_FOUND);
    assertThat(get(port().list(listing(), call())).items()).isEmpty();
    assertThat(get(port().search(search("+1844"), call())).items()).isEmpty();
  }

  @Test
  void release_sameTokenAgain_isTheSameReleaseEvenAfterwards() {
    PhoneNumberId id = claimed();
    Call call = call();
    get(port().release(id, call));
    get(port().release(id, call));
    letSettle();
    get(port().release(id, call));
    assertRefused(failure(port().release(id, call())), Kind.NOT_FOUND);
  }

  @Test
  void release_previousOperationInProgress_isAConflict() {
    PhoneNumberId id = claimed();
    get(port().move(new Move(id, group(), Optional.empty()), call()));
    assertRefused(failure(port().release(id, call())), Kind.CONFLICT);
  }

  @Test
  void list_numbersThere_showsEachWithoutStatus() {
    PhoneNumberId id = claimed();
    assertThat(get(port().list(listing(), call())).items())
        .containsExactly(
            new ListedNumber(
                id,
                Optional.of(arn(id)),
                NUMBER,
                Optional.of(CountryCode.of("US")),
                Optional.of(NumberType.TOLL_FREE),
                describe(id).target(),
                Optional.of("Support line"),
                Optional.empty()));
  }

  @Test
  void list_numberImported_showsItsSource() {
    SourceNumber source = addSource(NUMBER);
    get(port().importNumber(importOf(source), call()));
    letSettle();
    assertThat(get(port().list(listing(), call())).items())
        .singleElement()
        .extracting(ListedNumber::sourceArn)
        .isEqualTo(Optional.of(source.arn()));
  }

  @Test
  void list_moreThanAPage_goesOnAtTheToken() {
    offer(NUMBER, ANOTHER);
    get(port().claim(claim(NUMBER), call()));
    get(port().claim(claim(ANOTHER), call()));
    letSettle();
    Listing one =
        new Listing(Optional.empty(), Set.of(), Set.of(), Optional.empty(), 1, Optional.empty());
    Page<ListedNumber> first = get(port().list(one, call()));
    Page<ListedNumber> second = get(port().list(one.from(first.nextToken()), call()));
    assertThat(first.nextToken()).isPresent();
    assertThat(second.nextToken()).isEmpty();
    assertThat(first.items()).hasSize(1);
    assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
  }

  @Test
  void list_filters_leaveOutTheRest() {
    claimed();
    Set<CountryCode> us = Set.of(CountryCode.of("US"));
    Set<NumberType> tollFree = Set.of(NumberType.TOLL_FREE);
    assertThat(listed(Optional.of("+1844"), us, tollFree)).isEqualTo(1);
    assertThat(listed(Optional.of("+1877"), us, tollFree)).isZero();
    assertThat(listed(Optional.empty(), Set.of(CountryCode.of("GB")), tollFree)).isZero();
    assertThat(listed(Optional.empty(), us, Set.of(NumberType.DID))).isZero();
  }

  @Test
  void list_ofATarget_showsWhatRoutesThere() {
    claimed();
    Listing all = listing();
    var here =
        new Listing(
            Optional.of(instance()),
            all.countries(),
            all.types(),
            all.prefix(),
            all.maxResults(),
            all.nextToken());
    var there =
        new Listing(
            Optional.of(group()),
            all.countries(),
            all.types(),
            all.prefix(),
            all.maxResults(),
            all.nextToken());
    assertThat(get(port().list(here, call())).items()).hasSize(1);
    assertThat(get(port().list(there, call())).items()).isEmpty();
  }

  @Test
  void tag_numberClaimed_addsAndReplaces() {
    PhoneNumberId id = claimed();
    get(port().tag(arn(id), new TreeMap<>(Map.of("team", "sales", "a b", "")), call()));
    assertThat(describe(id).tags())
        .isEqualTo(Map.of("team", "sales", "cost centre", "42", "a b", ""));
  }

  @Test
  void untag_keysThereOrNot_removesThem() {
    PhoneNumberId id = claimed();
    get(port().untag(arn(id), new TreeSet<>(Set.of("cost centre", "not there")), call()));
    assertThat(describe(id).tags()).isEqualTo(Map.of("team", "support"));
    get(port().untag(arn(id), new TreeSet<>(Set.of("team")), call()));
    assertThat(describe(id).tags()).isEmpty();
  }

  @Test
  void tag_numberUnknown_isNotFound() {
    PhoneNumberId id = claimed();
    Arn nowhere = Arn.parse(arn(id).text().replace(id.value(), UUID.randomUUID().toString()));
    assertRefused(
        failure(port().tag(nowhere, new TreeMap<>(Map.of("a", "b")), call())), Kind.NOT_FOUND);
    assertRefused(
        failure(port().untag(nowhere, new TreeSet<>(Set.of("a")), call())), Kind.NOT_FOUND);
  }

  @Test
  void attachFlow_twice_isFineAndShows() {
    PhoneNumberId id = claimed();
    assertThat(get(port().flowOf(arn(id), instance().id(), call()))).isEmpty();
    get(port().attachFlow(id, flow(), call()));
    get(port().attachFlow(id, flow(), call()));
    assertThat(get(port().flowOf(arn(id), instance().id(), call()))).contains(flow().id());
  }

  @Test
  void detachFlow_twice_isFineAndShows() {
    PhoneNumberId id = claimed();
    get(port().attachFlow(id, flow(), call()));
    get(port().detachFlow(id, instance().id(), call()));
    get(port().detachFlow(id, instance().id(), call()));
    assertThat(get(port().flowOf(arn(id), instance().id(), call()))).isEmpty();
  }

  @Test
  void attachFlow_numberInProgress_isRefused() {
    offer(NUMBER);
    PhoneNumberId id = get(port().claim(claim(NUMBER), call())).id().orElseThrow();
    assertRefused(failure(port().attachFlow(id, flow(), call())), Kind.INVALID_PARAMETER);
  }

  @Test
  void attachFlow_flowDoesNotExist_isNotFound() {
    PhoneNumberId id = claimed();
    ContactFlow nowhere =
        ContactFlow.of(flow().arn().text().replace(flow().id(), UUID.randomUUID().toString()));
    assertRefused(failure(port().attachFlow(id, nowhere, call())), Kind.NOT_FOUND);
  }

  @Test
  void flow_idUnknown_isNotFound() {
    assertRefused(failure(port().attachFlow(unknownId(), flow(), call())), Kind.NOT_FOUND);
    assertRefused(failure(port().detachFlow(unknownId(), instance().id(), call())), Kind.NOT_FOUND);
  }

  private int listed(Optional<String> prefix, Set<CountryCode> countries, Set<NumberType> types) {
    Listing listing =
        new Listing(Optional.empty(), countries, types, prefix, 1_000, Optional.empty());
    return get(port().list(listing, call())).items().size();
  }
}

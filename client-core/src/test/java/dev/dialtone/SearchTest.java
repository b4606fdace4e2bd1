package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.ServiceFailureException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.error.Violation;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.Target;
import dev.dialtone.testing.Failing;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.PortCall;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SearchTest {
  private final World world = new World(builder -> builder.quota(Quota.of(1_000, 10_000)));

  @BeforeEach
  void offerThirtyFive() {
    world.connect.offer(
        IntStream.range(0, 35)
            .mapToObj(i -> E164.of("+1844555" + (1000 + i)))
            .toArray(E164[]::new));
  }

  private SearchRequest search() {
    return world
        .numbers
        .search(CountryCode.of("US"), NumberType.TOLL_FREE)
        .offeredTo(world.instance)
        .prefix("+1844");
  }

  private int pages() {
    return world.connect.calls(SEARCH).size();
  }

  @Test
  void stream_readLittleByLittle_asksForAPageOnlyWhenItIsNeeded() {
    Iterator<AvailableNumber> offers = search().stream().iterator();
    assertThat(pages()).isZero();
    for (int i = 0; i < 10; i++) {
      offers.next();
    }
    assertThat(pages()).isEqualTo(1);
    offers.next();
    assertThat(pages()).isEqualTo(2);
    assertThat(search().stream().limit(10)).hasSize(10);
    assertThat(pages()).isEqualTo(3);
  }

  @Test
  void stream_toTheEnd_hasEachNumberOnce() {
    assertThat(search().stream()).hasSize(35).doesNotHaveDuplicates();
    assertThat(pages()).isEqualTo(4);
    assertThat(world.connect.calls(SEARCH))
        .extracting(PortCall::subject)
        .containsExactly("first", "1", "2", "3");
  }

  @Test
  void stream_parallel_asksForNoPageTwice() {
    List<AvailableNumber> found = search().stream().parallel().toList();
    assertThat(found).hasSize(35).doesNotHaveDuplicates().isEqualTo(search().stream().toList());
    assertThat(pages()).isEqualTo(8);
    assertThat(search().stream().parallel().findFirst()).isPresent();
    assertThat(pages()).isEqualTo(9);
  }

  @Test
  void stream_emptyPagesThatPromiseMore_areSurvived() {
    world.connect.emptyPages(24);
    assertThat(search().stream()).hasSize(35);
    assertThat(result(search().first(3))).hasSize(3);
  }

  @Test
  void stream_emptyPagesWithoutEnd_endLoudly() {
    world.connect.emptyPages(Integer.MAX_VALUE);
    assertThatExceptionOfType(UnexpectedException.class)
        .isThrownBy(() -> search().stream().findFirst())
        .withMessageContaining("25 empty pages")
        .satisfies(endless -> assertThat(endless.operation()).isEqualTo(SEARCH));
    assertThat(pages()).isEqualTo(25);
    failure(search().first(1), UnexpectedException.class);
    assertThat(pages()).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "9, 9, 1",
    "10, 10, 1",
    "11, 11, 2",
    "30, 30, 3",
    "35, 35, 4",
    "99, 35, 4"
  })
  void first_some_asksForNoPageTooMany(int wanted, int found, int asked) {
    assertThat(result(search().first(wanted))).hasSize(found);
    assertThat(pages()).isEqualTo(asked);
  }

  @Test
  void first_pageFailsInPassing_isRepeatedAlone() {
    world.connect.next(SEARCH, Fault.none(), Fault.failing(Failing.unavailable()));
    Answer<List<AvailableNumber>> answer = search().first(15);
    world.seconds(5);
    assertThat(result(answer)).hasSize(15);
    assertThat(world.connect.calls(SEARCH))
        .extracting(PortCall::subject)
        .containsExactly("first", "1", "1");
  }

  @Test
  void first_pageFailsForGood_fails() {
    world.connect.next(SEARCH, Fault.none());
    world.connect.always(SEARCH, Fault.failing(Failing.unavailable()));
    Answer<List<AvailableNumber>> answer = search().first(15);
    world.seconds(60);
    assertThat(failure(answer, ServiceFailureException.class).attempts()).isEqualTo(4);
  }

  @Test
  void first_nothingOffered_isEmpty() {
    assertThat(result(search().prefix("+1899").first(5))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "1800x", "+123456789012", " +1800"})
  void search_badPrefix_isRefusedBeforeAnythingIsSent(String prefix) {
    InvalidRequestException invalid =
        catchThrowableOfType(InvalidRequestException.class, () -> search().prefix(prefix).first(0));
    assertThat(invalid.violations())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder("prefix", "first");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> search().prefix(prefix).stream());
    assertThat(pages()).isZero();
  }

  @Test
  void search_forAGroupOfTheOtherRegion_isAllowedButNotForAnInstance() {
    var group =
        Target.trafficDistributionGroup(
            "arn:aws:connect:us-east-1:111122223333:traffic-distribution-group/0a1b");
    var instance = Target.instance("arn:aws:connect:us-east-1:111122223333:instance/0a1b");
    var start = world.numbers.search(CountryCode.of("US"), NumberType.TOLL_FREE);
    assertThat(start.offeredTo(group).first(1)).isNotNull();
    assertThat(pages()).isEqualTo(1);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> start.offeredTo(instance).first(1));
  }
}

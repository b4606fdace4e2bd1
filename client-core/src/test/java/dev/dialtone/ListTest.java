package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dialtone.error.UnexpectedException;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.ListedNumber;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.Call;
import dev.dialtone.spi.Page;
import dev.dialtone.spi.Timer;
import dev.dialtone.testing.Fault;
import dev.dialtone.testing.PortCall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ListTest {
  private static final int COUNT = 25;

  private final World world = new World(numbers -> numbers.quota(Quota.of(1_000, 1_000)));

  private static E164 number(int i) {
    return E164.of("+1844555" + (1_000 + i));
  }

  @BeforeEach
  void claim() {
    IntStream.range(0, COUNT)
        .mapToObj(ListTest::number)
        .forEach(
            number -> {
              world.connect.offer(number);
              world.numbers.claim(number).to(world.instance).start();
            });
    world.seconds(60);
    world.connect.forgetCalls();
  }

  @Test
  void stream_all_isReadPageByPage() {
    ListRequest list = world.numbers.list().pageSize(10);
    assertThat(list.stream().limit(10)).hasSize(10);
    assertThat(world.connect.calls(LIST)).hasSize(1);
    assertThat(list.stream().map(ListedNumber::number))
        .containsExactlyElementsOf(IntStream.range(0, COUNT).mapToObj(ListTest::number).toList());
    assertThat(world.connect.calls(LIST)).hasSize(1 + 3);
  }

  @Test
  void stream_notRead_asksNothing() {
    var unread = world.numbers.list().stream();
    assertThat(unread.isParallel()).isFalse();
    assertThat(world.connect.calls()).isEmpty();
  }

  @Test
  void first_fewerThanThere_asksForNoMorePagesThanItNeeds() {
    List<ListedNumber> found = result(world.numbers.list().in(world.instance).pageSize(2).first(3));
    assertThat(found).hasSize(3);
    assertThat(world.connect.calls(LIST)).extracting(PortCall::subject).hasSize(2);
  }

  @Test
  void filters_together_leaveOutTheRest() {
    ListRequest list =
        world
            .numbers
            .list()
            .in(world.instance)
            .countries(CountryCode.of("US"), CountryCode.of("GB"))
            .types(NumberType.TOLL_FREE);
    assertThat(result(list.prefix("+1844").first(100))).hasSize(COUNT);
    assertThat(result(list.prefix("+1877").first(100))).isEmpty();
    assertThat(result(list.in(world.group).first(100))).isEmpty();
    assertThat(result(list.types(NumberType.DID).first(100))).isEmpty();
    assertThat(result(list.countries(CountryCode.of("GB")).first(100))).isEmpty();
    assertThat(result(world.numbers.list().countries().types().first(100))).hasSize(COUNT);
  }

  @Test
  void number_longerThanAPrefixMayBe_isFoundAlone() {
    E164 longer = E164.of("+441800555010012");
    E164 almost = E164.of("+441800555010013");
    world.connect.offer(longer, almost);
    world.numbers.claim(longer).to(world.instance).start();
    world.numbers.claim(almost).to(world.instance).start();
    world.seconds(60);
    assertThat(result(world.numbers.list().number(longer).first(10)))
        .extracting(ListedNumber::number)
        .containsExactly(longer);
    assertThat(world.numbers.list().number(number(7)).stream().map(ListedNumber::number))
        .containsExactly(number(7));
    assertThat(result(world.numbers.list().number(longer).prefix("+1844").first(100)))
        .hasSize(COUNT);
  }

  @Test
  void number_amongMoreThanTheBoundOfEmptyPages_isFound() {
    // Thirty that share its first eleven digits, one a page: what is left out here is no empty
    // page.
    IntStream.range(10, 40)
        .mapToObj(i -> E164.of("+4418005550100" + i))
        .forEach(
            number -> {
              world.connect.offer(number);
              world.numbers.claim(number).to(world.instance).start();
            });
    world.seconds(60);
    E164 last = E164.of("+441800555010039");
    assertThat(result(world.numbers.list().number(last).pageSize(1).first(1)))
        .extracting(ListedNumber::number)
        .containsExactly(last);
  }

  @Test
  void samePageForEver_isGivenUpAtOnce() {
    var page = new Page<>(List.of(listed()), Optional.of("again"));
    var repeating =
        new Fault() {
          @Override
          @SuppressWarnings("unchecked")
          public <T> CompletionStage<T> answer(
              Supplier<CompletionStage<T>> effect, Call call, Timer timer) {
            return CompletableFuture.completedStage((T) page);
          }
        };
    world.connect.always(LIST, repeating);
    failure(world.numbers.list().first(3), UnexpectedException.class);
    assertThat(world.connect.calls(LIST)).hasSize(2);
    assertThat(result(world.numbers.list().first(1))).hasSize(1);
  }

  private ListedNumber listed() {
    return new ListedNumber(
        PhoneNumberId.of("some-id"),
        Optional.empty(),
        number(0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void emptyPagesForEver_areGivenUp() {
    world.connect.emptyPages(30);
    failure(world.numbers.list().first(1), UnexpectedException.class);
    assertThat(
            catchThrowableOfType(
                UnexpectedException.class, () -> world.numbers.list().stream().count()))
        .hasMessageContaining("empty pages");
  }

  @Test
  void listedNumber_printed_isMasked() {
    assertThat(result(world.numbers.list().first(1)).toString())
        .contains("*******1000")
        .doesNotContain("8445551000");
  }
}

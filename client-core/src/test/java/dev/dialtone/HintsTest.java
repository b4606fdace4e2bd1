package dev.dialtone;

import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.LIST;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.spi.PortException;
import dev.dialtone.testing.Failing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lists show of a crowd tells whom to look at next, as long as it is worth following. */
class HintsTest {
  private static final int CROWD = 200;

  /** A crowd that settles within a minute, in no order, where five looks a second are allowed. */
  private static final class Crowd {
    private final World world = new World(builder -> builder.quota(Quota.of(5, CROWD)));
    private final List<Duration> delays = new ArrayList<>();

    Crowd(Consumer<World> lists) {
      lists.accept(world);
      List<Integer> order = new ArrayList<>(IntStream.range(0, CROWD).boxed().toList());
      Collections.shuffle(order, new Random(1));
      order.forEach(this::start);
    }

    private void start(int place) {
      Duration settles = ofSeconds(3).plusMillis(300L * place);
      E164 number = E164.of("+1877555" + (1000 + place));
      world.connect.offer(number);
      world.connect.settlesAfter(settles);
      Duration due = world.timer.elapsed().plus(settles);
      CompletionStage<ConnectNumber> end =
          world.numbers.claim(number).to(world.instance).start().toFuture();
      end.thenRun(() -> delays.add(world.timer.elapsed().minus(due)));
    }

    Crowd run(Duration time) {
      world.advance(time);
      return this;
    }

    Crowd runToItsEnd() {
      run(ofMinutes(20));
      assertThat(delays).hasSize(CROWD);
      assertThat(delays).noneMatch(Duration::isNegative);
      return this;
    }

    Duration meanDelay() {
      return delays.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(CROWD);
    }

    int looks() {
      return world.connect.calls(DESCRIBE).size();
    }

    int pages() {
      return world.connect.calls(LIST).size();
    }
  }

  private static boolean isSettled(ConnectNumber number) {
    return number.status().equals(NumberStatus.CLAIMED);
  }

  private static void denied(World world) {
    world.fails(
        LIST, Collections.nCopies(100, Failing.accessDenied()).toArray(PortException[]::new));
  }

  private static final Crowd WITHOUT = new Crowd(HintsTest::denied).runToItsEnd();

  @Test
  void crowd_listTellsTheTruth_isReportedSoonerWithFewerLooks() {
    Crowd truth = new Crowd(world -> world.connect.lists(HintsTest::isSettled)).runToItsEnd();
    assertThat(truth.meanDelay()).isLessThan(WITHOUT.meanDelay().dividedBy(2));
    assertThat(truth.looks()).isLessThan(WITHOUT.looks());
  }

  @Test
  void crowd_listIsDenied_asksForItOnceAnHour() {
    assertThat(WITHOUT.pages()).isEqualTo(1);
  }

  @Test
  void crowd_listShowsAllAtOnce_isBelievedNoMoreThanAFewTimes() {
    Crowd early = new Crowd(world -> {}).runToItsEnd();
    assertSameAs(WITHOUT, early);
    assertThat(early.pages()).isLessThan(WITHOUT.looks() / 10);
  }

  @Test
  void crowd_listShowsAtRandom_costsNothing() {
    var random = new Random(2);
    assertSameAs(
        WITHOUT,
        new Crowd(world -> world.connect.lists(number -> random.nextInt(20) == 0)).runToItsEnd());
  }

  @Test
  void crowd_listIsSilent_isAskedNoMore() {
    Crowd silent = new Crowd(world -> world.connect.lists(number -> false));
    silent.run(ofSeconds(40));
    int pages = silent.pages();
    silent.run(ofSeconds(15));
    assertThat(silent.pages()).isEqualTo(pages);
    assertSameAs(WITHOUT, silent.runToItsEnd());
  }

  @Test
  void crowd_listFallsSilent_isLookedAtBlindlyAgain() {
    Crowd crowd = new Crowd(world -> world.connect.lists(HintsTest::isSettled)).run(ofSeconds(25));
    int looks = crowd.looks();
    crowd.world.connect.lists(number -> false);
    crowd.runToItsEnd();
    assertThat(crowd.meanDelay()).isLessThan(WITHOUT.meanDelay().multipliedBy(2));
    assertThat(crowd.looks() - looks).isGreaterThan(CROWD / 2);
  }

  @Test
  void crowd_listHasNoEnd_isReadNoFartherThanPays() {
    Crowd endless =
        new Crowd(
            world -> {
              world.connect.lists(number -> false);
              world.connect.emptyPages(100_000);
            });
    endless.run(ofSeconds(30));
    assertThat(endless.pages()).isBetween(2, 5 * 30 / 2 + CROWD / 10);
    assertSameAs(WITHOUT, endless.runToItsEnd());
  }

  @Test
  void listIsRead_byACrowd_takesHalfOfItsQuotaAndNothingIsLateThatACallerAsksFor() {
    Crowd crowd = new Crowd(world -> world.connect.lists(HintsTest::isSettled)).run(ofSeconds(10));
    assertThat(crowd.pages()).isBetween(5, 25);
  }

  @Test
  void few_inFlight_readNoList() {
    World world = new World();
    world.connect.settlesAfter(ofHours(1));
    for (int i = 0; i < 9; i++) {
      E164 number = E164.of("+187755510" + (10 + i));
      world.connect.offer(number);
      world.numbers.claim(number).to(world.instance).start();
    }
    world.advance(ofMinutes(10));
    assertThat(world.connect.calls(LIST)).isEmpty();
  }

  @Test
  void manyMoves_listShowsTheOldTarget_isNoHint() {
    World world = new World(builder -> builder.quota(Quota.of(5, 2 * CROWD)));
    world.connect.settlesAfter(Duration.ZERO);
    List<Operation<ConnectNumber>> claims = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      E164 number = E164.of("+187755510" + (10 + i));
      world.connect.offer(number);
      claims.add(world.numbers.claim(number).to(world.instance).start());
    }
    world.seconds(60);
    world.connect.forgetCalls();
    world.connect.settlesAfter(ofSeconds(40));
    List<Operation<ConnectNumber>> moves =
        claims.stream()
            .map(World::result)
            .map(number -> world.numbers.move(number.id()).to(world.other).start())
            .toList();
    world.advance(ofSeconds(40).plusMillis(1));
    assertThat(world.connect.calls(LIST)).isNotEmpty();
    int blind = world.connect.calls(DESCRIBE).size();
    world.advance(ofSeconds(6));
    assertThat(moves).allMatch(World::hasEnded);
    assertThat(world.connect.calls(DESCRIBE).size() - blind).isLessThanOrEqualTo(35);
  }

  @Test
  void crowd_fewAreLeftForWhomNoListIsRead_areLookedAtAsOftenAsTheBudgetAllows() {
    World world = new World();
    world.connect.lists(HintsTest::isSettled);
    List<Duration> delays = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Duration settles = i % 25 == 0 ? ofMinutes(10) : ofSeconds(30).plusMillis(200L * i);
      claim(world, i, settles, delays);
    }
    world.advance(ofMinutes(30));
    assertThat(delays).hasSize(200);
    assertThat(Collections.max(delays)).isLessThan(ofMinutes(2));
  }

  @Test
  void crowd_listShowsSomeNever_theirTurnComesAllTheSame() {
    World world = new World();
    world.connect.lists(number -> isSettled(number) && lastDigit(number) != 3);
    List<Duration> delays = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      claim(world, i, i % 2 == 0 ? ofHours(20) : ofSeconds(20 + i), delays);
    }
    world.advance(ofMinutes(40));
    assertThat(delays).hasSize(100);
    // 200 numbers under two looks a second: each has its turn within 600 seconds.
    assertThat(Collections.max(delays)).isLessThan(ofMinutes(11));
  }

  private static int lastDigit(ConnectNumber number) {
    String text = number.number().value();
    return Character.digit(text.charAt(text.length() - 1), 10);
  }

  private static void claim(World world, int which, Duration settles, List<Duration> delays) {
    E164 number = E164.of("+1877555" + (1000 + which));
    world.connect.offer(number);
    world.connect.settlesAfter(settles);
    CompletionStage<ConnectNumber> end =
        world.numbers.claim(number).to(world.instance).start().toFuture();
    Duration due = world.timer.elapsed().plus(settles);
    end.thenRun(() -> delays.add(world.timer.elapsed().minus(due)));
    world.advance(Duration.ofMillis(500)); // So that it is sent now, and settles as was said.
  }

  private static void assertSameAs(Crowd without, Crowd with) {
    assertThat(with.meanDelay()).isLessThan(without.meanDelay().multipliedBy(108).dividedBy(100));
    assertThat(with.looks()).isLessThan(without.looks() * 108 / 100);
  }
}

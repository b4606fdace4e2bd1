package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same seed, clock and requests tell the same story again. */
class SameStoryTest {
  private static final SettleTime DRAWN = SettleTime.lognormal(Duration.ofSeconds(10), 1);

  @Test
  void life_sameSeed_sameStory() {
    assertThat(story(42)).isEqualTo(story(42));
    assertThat(story(42)).isNotEqualTo(story(43));
  }

  @Test
  void settling_otherNumbersFirst_doesNotChangeThisOne() {
    assertThat(settlesWithin(Bench.FIRST, List.of(Bench.FIRST, Bench.SECOND)))
        .isEqualTo(settlesWithin(Bench.FIRST, List.of(Bench.SECOND, Bench.FIRST)));
  }

  @Test
  void settling_inTurn_goesByTheOrderOfAcceptanceAndBeginsAgainAtAReset() {
    var times = SettleTime.inTurn(List.of(Duration.ZERO, Duration.ofSeconds(10)));
    try (var bench = new Bench(settings -> settings.settlesAfter(times))) {
      for (String first : List.of(Bench.SECOND, Bench.FIRST)) {
        String second = first.equals(Bench.FIRST) ? Bench.SECOND : Bench.FIRST;
        assertThat(bench.status(bench.claim(first))).isEqualTo("CLAIMED");
        assertThat(bench.status(bench.claim(second))).isEqualTo("IN_PROGRESS");
        bench.simulator.reset();
      }
    }
  }

  @Test
  void reset_always_theStoryBeginsAgain() {
    try (var bench = bench(42)) {
      List<String> before = statuses(bench);
      bench.simulator.reset();

      assertThat(statuses(bench)).isEqualTo(before);
    }
  }

  @Test
  void seed_notGiven_isToldAndServesAgain() {
    try (var first = PhoneNumberSimulator.builder().start();
        var second = PhoneNumberSimulator.builder().start();
        var again = PhoneNumberSimulator.builder().seed(first.seed()).start()) {
      String instance = first.addInstance();

      assertThat(second.addInstance()).isNotEqualTo(instance);
      assertThat(again.addInstance()).isEqualTo(instance);
    }
  }

  private static List<Object> story(long seed) {
    try (var bench = bench(seed)) {
      var story = new ArrayList<Object>(statuses(bench));
      story.add(bench.simulator.ledger().numbers());
      bench.simulator.ledger().effects().stream()
          .map(effect -> effect.operation() + effect.phoneNumberId() + effect.at())
          .forEach(story::add);
      return story;
    }
  }

  private static List<String> statuses(Bench bench) {
    List<String> ids = List.of(bench.claim(Bench.FIRST), bench.claim(Bench.SECOND));
    var statuses = new ArrayList<String>();
    for (int second = 0; second < 60; second++) {
      bench.clock.advance(Duration.ofSeconds(1));
      ids.forEach(id -> statuses.add(bench.status(id)));
    }
    return statuses;
  }

  private static int settlesWithin(String number, List<String> order) {
    try (var bench = bench(42)) {
      order.forEach(bench::claim);
      String id =
          bench.simulator.ledger().numbers().stream()
              .filter(owned -> owned.number().equals(number))
              .findFirst()
              .orElseThrow()
              .id();
      int seconds = 0;
      while (bench.status(id).equals("IN_PROGRESS")) {
        bench.clock.advance(Duration.ofSeconds(1));
        seconds++;
      }
      return seconds;
    }
  }

  private static Bench bench(long seed) {
    return new Bench(settings -> settings.seed(seed).settlesAfter(DRAWN));
  }
}

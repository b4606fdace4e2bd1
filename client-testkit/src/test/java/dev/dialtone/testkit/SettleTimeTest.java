package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettleTimeTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void fixed_always_theSame() {
    assertThat(drawn(SettleTime.fixed(SECOND))).containsOnly(SECOND);
  }

  @Test
  void uniform_manyDraws_fillTheRangeEvenly() {
    List<Duration> drawn = drawn(SettleTime.uniform(SECOND, SECOND.multipliedBy(3)));

    assertThat(drawn).allMatch(time -> time.compareTo(SECOND) >= 0);
    assertThat(drawn).allMatch(time -> time.compareTo(SECOND.multipliedBy(3)) <= 0);
    assertThat(drawn.stream().filter(time -> time.compareTo(SECOND.multipliedBy(2)) < 0).count())
        .isBetween(4_500L, 5_500L);
    assertThat(drawn(SettleTime.uniform(SECOND, SECOND))).containsOnly(SECOND);
  }

  @Test
  void lognormal_manyDraws_halfBelowTheMedianAndALongTail() {
    List<Duration> drawn = drawn(SettleTime.lognormal(SECOND, 1));

    assertThat(drawn.stream().filter(time -> time.compareTo(SECOND) < 0).count())
        .isBetween(4_500L, 5_500L);
    assertThat(drawn.stream().filter(time -> time.compareTo(Duration.ofMillis(7_800)) > 0).count())
        .isBetween(100L, 300L);
  }

  @Test
  void atMost_longTail_isCutOff() {
    List<Duration> drawn = drawn(SettleTime.lognormal(SECOND, 1).atMost(SECOND.multipliedBy(2)));

    assertThat(drawn).allMatch(time -> time.compareTo(SECOND.multipliedBy(2)) <= 0);
    assertThat(drawn).contains(SECOND.multipliedBy(2));
    assertThat(drawn.stream().filter(time -> time.compareTo(SECOND) < 0).count())
        .isBetween(4_500L, 5_500L);
  }

  @Test
  void inTurn_moreDrawsThanTimes_beginsAgain() {
    SettleTime time = SettleTime.inTurn(List.of(SECOND, SECOND.multipliedBy(3), Duration.ZERO));

    assertThat(drawn(time.atMost(SECOND.multipliedBy(2))))
        .startsWith(SECOND, SECOND.multipliedBy(2), Duration.ZERO, SECOND);
  }

  @Test
  void factories_wrongArguments_failAtOnce() {
    refused(() -> SettleTime.fixed(SECOND.negated()));
    refused(() -> SettleTime.uniform(SECOND, Duration.ZERO));
    refused(() -> SettleTime.lognormal(SECOND, -1));
    refused(() -> SettleTime.inTurn(List.of()));
    refused(() -> SettleTime.inTurn(List.of(SECOND.negated())));
    refused(() -> SettleTime.fixed(SECOND).atMost(SECOND.negated()));
  }

  private static List<Duration> drawn(SettleTime time) {
    var random = new SplittableRandom(7);
    return IntStream.range(0, 10_000).mapToObj(change -> time.draw(random, change)).toList();
  }

  private static void refused(Runnable call) {
    assertThatIllegalArgumentException().isThrownBy(call::run);
  }
}

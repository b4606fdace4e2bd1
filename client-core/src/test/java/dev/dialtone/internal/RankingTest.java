package dev.dialtone.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Comparator;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {
  private static final Comparator<Runner> BY_TIME =
      Comparator.comparingInt((Runner runner) -> runner.time).thenComparing(runner -> runner.name);

  private final Ranking<Runner> ranking = new Ranking<>(BY_TIME);

  private static final class Runner extends Ranking.Ranked {
    private final int time;
    private final int name;

    Runner(int time, int name) {
      this.time = time;
      this.name = name;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void first_whoeverComesAndGoes_isTheFirstOfAll(int seed) {
    var chance = new Random(seed);
    var all = new TreeSet<>(BY_TIME);
    for (int name = 0; name < 5_000; name++) {
      if (chance.nextInt(5) < 3) {
        var runner = new Runner(chance.nextInt(50), name);
        all.add(runner);
        ranking.add(runner);
      } else if (!all.isEmpty()) {
        Runner anybody = all.ceiling(new Runner(chance.nextInt(50), 0));
        Runner goes = anybody == null ? all.first() : anybody;
        all.remove(goes);
        assertThat(ranking.remove(goes)).isTrue();
      }
      assertThat(ranking.isEmpty()).isEqualTo(all.isEmpty());
      if (!all.isEmpty()) {
        assertThat(ranking.first()).isSameAs(all.first());
      }
    }
    assertThat(ranking.stream()).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void remove_ofWhoIsElsewhere_changesNothing() {
    var here = new Runner(1, 1);
    var elsewhere = new Runner(1, 2);
    ranking.add(here);
    new Ranking<>(BY_TIME).add(elsewhere);
    assertThat(ranking.remove(elsewhere)).isFalse();
    assertThat(ranking.remove(new Runner(1, 3))).isFalse();
    assertThat(ranking.first()).isSameAs(here);
    assertThat(ranking.remove(here)).isTrue();
    assertThat(ranking.remove(here)).isFalse();
    assertThat(ranking.isEmpty()).isTrue();
  }

  @Test
  void add_ofWhoIsThere_isRefused() {
    var runner = new Runner(1, 1);
    ranking.add(runner);
    assertThatIllegalStateException().isThrownBy(() -> ranking.add(runner));
  }
}

package dev.dialtone;

import static dev.dialtone.World.hasEnded;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.testing.PortCall;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When numbers are looked at: soon enough, and not more often than it is worth. */
class LookPaceTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 499, 1_001, 7_300, 10_001, 61_000, 600_001, 7_200_000, 40_000_000})
  void aLoneOperation_settlesAfterAWhile_isReportedWithinATenthOfThat(long millis) {
    World world = new World();
    Duration settles = ofMillis(millis);
    world.connect.settlesAfter(settles);
    Operation<ConnectNumber> claim = world.claim().start();
    Duration tenth = Collections.max(List.of(ofSeconds(1), settles.dividedBy(10)));
    world.advance(settles.plus(Collections.min(List.of(tenth, ofMinutes(5)))));
    assertThat(hasEnded(claim)).isTrue();
    assertHalfOfTheBudgetIsLeft(world);
  }

  private static void assertHalfOfTheBudgetIsLeft(World world) {
    List<PortCall> looks = world.connect.calls(DESCRIBE);
    for (int i = 10; i < looks.size(); i++) {
      // 2 a second: 20 in ten seconds, of which at most 10 are ours.
      assertThat(looks.get(i).at().minus(looks.get(i - 10).at()))
          .isGreaterThanOrEqualTo(ofSeconds(10));
    }
  }

  @Test
  void aCrowd_allSettleInASecond_takesOneLookEach() {
    World world = new World(builder -> builder.quota(Quota.of(10, 50)));
    List<Operation<ConnectNumber>> claims = crowd(world, ofSeconds(1));
    world.seconds(60);
    assertThat(claims).allMatch(World::hasEnded);
    assertThat(looksOfEach(world).values()).containsOnly(1);
  }

  @Test
  void theLastOfACrowd_isLookedAtMoreOftenThanALoneOne() {
    World world = new World(builder -> builder.quota(Quota.of(20, 50)));
    crowd(world, ofSeconds(30));
    world.seconds(5);
    world.connect.settlesAfter(ofSeconds(400));
    world.claim().start();
    world.seconds(300);
    world.connect.forgetCalls();
    world.seconds(60);
    // Every fiftieth of its age, where a lone one is looked at after each tenth.
    assertThat(world.connect.calls(DESCRIBE)).hasSizeBetween(8, 12);
  }

  private static List<Operation<ConnectNumber>> crowd(World world, Duration settles) {
    world.connect.settlesAfter(settles);
    E164[] wanted =
        IntStream.range(0, 100)
            .mapToObj(i -> E164.of("+1877555" + (1000 + i)))
            .toArray(E164[]::new);
    world.connect.offer(wanted);
    return List.of(wanted).stream()
        .map(number -> world.numbers.claim(number).to(world.instance).start())
        .toList();
  }

  private static Map<String, Integer> looksOfEach(World world) {
    return world.connect.calls(DESCRIBE).stream()
        .collect(Collectors.groupingBy(PortCall::subject, Collectors.summingInt(look -> 1)));
  }
}

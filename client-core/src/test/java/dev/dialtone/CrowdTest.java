package dev.dialtone;

import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.internal.LimitedGate;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.testing.InMemoryConnect;
import dev.dialtone.testing.PortCall;
import dev.dialtone.testing.VirtualTimer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many operations at once: never over quota, nobody forgotten, few threads. */
@Timeout(60)
class CrowdTest {
  private static E164[] numbers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> E164.of("+1877555" + (1000 + i)))
        .toArray(E164[]::new);
  }

  private static List<Operation<ConnectNumber>> claimAll(World world, E164[] wanted) {
    world.connect.offer(wanted);
    return List.of(wanted).stream()
        .map(number -> world.numbers.claim(number).to(world.instance).start())
        .toList();
  }

  @Test
  void thousandClaims_atOnce_neverExceedTheQuotaInAnyWindow() {
    World world = new World();
    List<Operation<ConnectNumber>> claims = claimAll(world, numbers(1_000));
    world.connect.settlesAfter(ofSeconds(90));
    world.advance(ofHours(2));
    assertThat(claims).allSatisfy(claim -> assertThat(result(claim).isAt(world.instance)).isTrue());
    assertThat(world.connect.calls(CLAIM)).hasSize(1_000);
    for (String operation : List.of(CLAIM, DESCRIBE)) {
      assertUnderQuota(world.connect.calls(operation), 2, 5);
    }
    // Claims alone need 8 minutes and 20 seconds; looks go on beside them, in a bucket of their
    // own.
    Duration lastClaim = world.connect.calls(CLAIM).get(999).at();
    assertThat(lastClaim).isBetween(ofSeconds(495), ofSeconds(500));
  }

  @Test
  void thousandClaims_aQuotaOfTheirOwn_isKeptToo() {
    World world = new World(builder -> builder.quota(Quota.of(20, 3)));
    claimAll(world, numbers(1_000));
    world.advance(ofHours(1));
    assertUnderQuota(world.connect.calls(CLAIM), 20, 3);
    assertUnderQuota(world.connect.calls(DESCRIBE), 20, 3);
    assertThat(world.connect.calls(CLAIM).get(999).at()).isLessThan(ofSeconds(51));
  }

  @Test
  void twoFacades_oneGate_shareItsBudget() {
    World first = new World();
    var timer = first.timer;
    var shared = LimitedGate.tokenBuckets(timer, 2, 5);
    PhoneNumbers one =
        PhoneNumbers.builder().connect(first.connect).timer(timer).quotaGate(shared).build();
    PhoneNumbers two =
        PhoneNumbers.builder().connect(first.connect).timer(timer).quotaGate(shared).build();
    E164[] wanted = numbers(60);
    first.connect.offer(wanted);
    for (int i = 0; i < wanted.length; i++) {
      (i % 2 == 0 ? one : two).claim(wanted[i]).to(first.instance).start();
    }
    first.advance(ofHours(1));
    assertThat(first.connect.calls(CLAIM)).hasSize(60);
    assertUnderQuota(first.connect.calls(CLAIM), 2, 5);
  }

  @Test
  void looks_budgetTooShort_areSharedFairly() {
    World world = new World(builder -> builder.quota(Quota.of(2, 200)));
    world.connect.settlesAfter(ofHours(10));
    List<Operation<ConnectNumber>> claims = claimAll(world, numbers(200));
    // The first looks use up what was saved; from here on there are two a second for all.
    for (int minute = 0; minute < 15; minute++) {
      world.seconds(60);
      var looks = claims.stream().mapToInt(claim -> claim.progress().looks()).summaryStatistics();
      assertThat(looks.getMin()).isPositive();
      assertThat(looks.getMax() - looks.getMin()).isLessThanOrEqualTo(1);
    }
    assertUnderQuota(world.connect.calls(DESCRIBE), 2, 200);
  }

  @Test
  void looks_budgetTooShort_neverStarveAnybody() {
    World world = new World();
    world.connect.settlesAfter(ofHours(10));
    claimAll(world, numbers(200));
    world.advance(ofSeconds(400));
    Map<String, List<PortCall>> looks =
        world.connect.calls(DESCRIBE).stream().collect(Collectors.groupingBy(PortCall::subject));
    assertThat(looks).hasSize(200);
    looks.values().forEach(CrowdTest::assertNoLongGap);
  }

  private static void assertNoLongGap(List<PortCall> looks) {
    for (int i = 1; i < looks.size(); i++) {
      // 200 numbers under two looks a second: each has its turn within 100 seconds.
      assertThat(looks.get(i).at().minus(looks.get(i - 1).at())).isLessThan(ofSeconds(105));
    }
  }

  @Test
  void calls_andLooksOfOneBudget_callsGoFirst() {
    World world = new World();
    world.connect.settlesAfter(ofHours(10));
    claimAll(world, numbers(100));
    world.seconds(120);
    Answer<ConnectNumber> asked =
        world.numbers.describe(claimed(world).get(0).ticket().numberId().orElseThrow());
    world.seconds(1);
    assertThat(result(asked)).isNotNull();
  }

  private static List<Operation<ConnectNumber>> claimed(World world) {
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(2);
    return List.of(claim);
  }

  @Test
  void thousandClaims_inRealTime_takeFewThreads() {
    var service = new InMemoryConnect(new VirtualTimer());
    service.settlesAfter(Duration.ZERO);
    var instance = service.addInstance(10_000);
    E164[] wanted = numbers(1_000);
    service.offer(wanted);
    Set<String> seen = new HashSet<>();
    try (PhoneNumbers numbers =
        PhoneNumbers.builder().connect(service).quota(Quota.of(100_000, 100_000)).build()) {
      List<Operation<ConnectNumber>> claims =
          List.of(wanted).stream()
              .map(number -> numbers.claim(number).to(instance).start())
              .toList();
      for (Operation<ConnectNumber> claim : claims) {
        claim.await(ofSeconds(30));
      }
      seen.addAll(dialtoneThreads());
      assertThat(claims).allMatch(claim -> hasEnded(claim));
    }
    assertThat(seen).hasSizeBetween(1, 4);
  }

  private static List<String> dialtoneThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("dialtone-"))
        .map(thread -> thread.getName() + " " + thread.getId())
        .toList();
  }

  /** In any window of t there are at most rate · t + burst. */
  private static void assertUnderQuota(List<PortCall> calls, double rate, int burst) {
    List<Duration> at = calls.stream().map(PortCall::at).toList();
    for (int from = 0; from < at.size(); from++) {
      for (int to = from; to < Math.min(at.size(), from + 300); to++) {
        double seconds = at.get(to).minus(at.get(from)).toNanos() / 1e9;
        if (to - from + 1 > rate * seconds + burst + 1e-6) {
          throw new AssertionError((to - from + 1) + " calls within " + seconds + " s");
        }
      }
    }
  }
}

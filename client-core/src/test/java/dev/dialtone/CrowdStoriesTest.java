package dev.dialtone;

import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static dev.dialtone.testing.InMemoryConnect.DESCRIBE;
import static dev.dialtone.testing.InMemoryConnect.LIST;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.dialtone.Stories.Event;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.PhoneNumberException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.testing.PortCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever lists and looks do to a crowd: nobody is lost or starves, nothing goes over quota. */
class CrowdStoriesTest {
  private static final int PER_SECOND = 5;
  private static final int AT_ONCE = 50;

  /** What lists show from some time on. */
  private enum Shown implements Predicate<ConnectNumber> {
    SETTLED {
      @Override
      public boolean test(ConnectNumber number) {
        return isSettled(number);
      }
    },
    UNSETTLED {
      @Override
      public boolean test(ConnectNumber number) {
        return !isSettled(number);
      }
    },
    ALL {
      @Override
      public boolean test(ConnectNumber number) {
        return true;
      }
    },
    NONE {
      @Override
      public boolean test(ConnectNumber number) {
        return false;
      }
    },
    EVERY_OTHER_ONCE_SETTLED {
      @Override
      public boolean test(ConnectNumber number) {
        return isSettled(number) && number.number().value().hashCode() % 2 == 0;
      }
    };

    static boolean isSettled(ConnectNumber number) {
      return number.status().equals(NumberStatus.CLAIMED);
    }
  }

  private record Turn(Duration after, Shown shown, int cancelled) {}

  private static final class Crowd {
    private final World world = new World(builder -> builder.quota(Quota.of(PER_SECOND, AT_ONCE)));
    private final List<Operation<ConnectNumber>> claims = new ArrayList<>();
    private final List<Duration> settled = new ArrayList<>();
    private final List<Duration> told = new ArrayList<>();

    Crowd(List<Integer> settleSeconds) {
      for (int i = 0; i < settleSeconds.size(); i++) {
        E164 number = E164.of("+1877555" + (1000 + i));
        world.connect.offer(number);
        world.connect.settlesAfter(ofSeconds(settleSeconds.get(i)));
        settled.add(ofSeconds(settleSeconds.get(i)));
        told.add(ZERO);
        claims.add(world.numbers.claim(number).to(world.instance).start());
        world.advance(ZERO); // It is sent now, and settles as was said.
        int place = i;
        claims
            .get(i)
            .onProgress(
                progress -> {
                  if (progress.stage().isEnd()) {
                    told.set(place, world.timer.elapsed());
                  }
                });
      }
    }

    void tell(List<Turn> turns) {
      for (Turn turn : turns) {
        world.connect.lists(turn.shown());
        if (turn.cancelled() < claims.size()) {
          claims.get(turn.cancelled()).cancel();
        }
        world.advance(turn.after());
      }
      world.advance(ofHours(25));
    }
  }

  @Provide
  Arbitrary<List<Integer>> settleSeconds() {
    return Arbitraries.integers().between(1, 90).list().ofMinSize(2).ofMaxSize(AT_ONCE);
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    Arbitrary<Duration> times = Arbitraries.longs().between(0, 30_000).map(Duration::ofMillis);
    Arbitrary<Integer> nobody = Arbitraries.just(AT_ONCE);
    Arbitrary<Integer> cancelled =
        Arbitraries.frequencyOf(
            Tuple.of(3, nobody), Tuple.of(1, Arbitraries.integers().between(0, AT_ONCE)));
    return Combinators.combine(times, Arbitraries.of(Shown.class), cancelled)
        .as(Turn::new)
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Event>> faults() {
    return Stories.faults(LIST, DESCRIBE).list().ofMaxSize(30);
  }

  @Property(tries = 300)
  void crowd_listsDoWhatTheyLike_nobodyStarves(
      @ForAll("settleSeconds") List<Integer> settleSeconds, @ForAll("turns") List<Turn> turns) {
    Crowd crowd = new Crowd(settleSeconds);
    crowd.tell(turns);
    // A list that was right and is wrong spares one for six rounds at most, and then comes his
    // turn.
    Duration turn = ofSeconds(2).plus(ofMillis(1000L * 7 * settleSeconds.size() / PER_SECOND));
    for (int i = 0; i < settleSeconds.size(); i++) {
      int which = i;
      if (turns.stream().noneMatch(each -> each.cancelled() == which)) {
        assertThat(World.result(crowd.claims.get(i)).status()).isEqualTo(NumberStatus.CLAIMED);
        Duration delay = crowd.told.get(i).minus(crowd.settled.get(i));
        assertThat(delay).isBetween(ZERO, turn.plus(crowd.settled.get(i).dividedBy(8)));
      }
    }
    assertWithinQuota(crowd.world, DESCRIBE);
    assertWithinQuota(crowd.world, LIST);
  }

  @Property(tries = 300)
  void crowd_anyFaults_everyEndIsHonest(
      @ForAll("settleSeconds") List<Integer> settleSeconds,
      @ForAll("turns") List<Turn> turns,
      @ForAll("faults") List<Event> faults) {
    Crowd crowd = new Crowd(settleSeconds);
    Stories.prepare(crowd.world, faults);
    crowd.tell(turns);
    crowd.claims.forEach(claim -> assertHonest(crowd.world, claim));
    assertThat(crowd.world.connect.calls(CLAIM)).hasSize(settleSeconds.size());
  }

  @Property(tries = 100)
  void crowd_closed_everyOperationEnds(
      @ForAll("settleSeconds") List<Integer> settleSeconds, @ForAll("turns") List<Turn> turns) {
    Crowd crowd = new Crowd(settleSeconds);
    for (Turn turn : turns) {
      crowd.world.connect.lists(turn.shown());
      crowd.world.advance(turn.after());
    }
    crowd.world.numbers.close();
    int requests = crowd.world.connect.calls().size();
    crowd.world.advance(ofHours(1));
    assertThat(crowd.world.connect.calls()).hasSize(requests);
    crowd.claims.forEach(claim -> assertHonest(crowd.world, claim));
  }

  private static void assertHonest(World world, Operation<ConnectNumber> claim) {
    assertThat(claim.progress().stage().isEnd()).isTrue();
    try {
      ConnectNumber told = World.result(claim);
      assertThat(told.status()).isEqualTo(NumberStatus.CLAIMED);
      assertThat(world.connect.truth(told.id())).contains(told);
    } catch (PhoneNumberException other) {
      Leaks.assertNone(other);
      assertThat(other).isNotInstanceOf(OperationFailedException.class);
      assertThat(other.ticket()).isPresent();
    }
  }

  private static void assertWithinQuota(World world, String operation) {
    List<Duration> times = world.connect.calls(operation).stream().map(PortCall::at).toList();
    for (int first = 0; first < times.size(); first++) {
      for (int last = first; last < times.size(); last++) {
        double seconds = times.get(last).minus(times.get(first)).toNanos() / 1e9;
        if (last - first + 1 > AT_ONCE + PER_SECOND * seconds) {
          fail("%s: %d requests in %s seconds", operation, last - first + 1, seconds);
        }
      }
    }
  }
}

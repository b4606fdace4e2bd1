package dev.dialtone.testkit;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long something takes to settle: always the same, or drawn anew for each change from {@link
 * SimulatorBuilder#seed}. Immutable; a wrong argument fails at once with {@link
 * IllegalArgumentException}.
 */
public final class SettleTime {
  private final Draw draw;
  private final String name;

  private interface Draw {
    Duration from(RandomGenerator random, int change);
  }

  private SettleTime(String name, Draw draw) {
    this.name = name;
    this.draw = draw;
  }

  /** Always this long. */
  public static SettleTime fixed(Duration time) {
    Arguments.notNegative(time);
    return new SettleTime("fixed " + time, (random, change) -> time);
  }

  /** Anything from the one to the other, both included, equally likely. */
  public static SettleTime uniform(Duration least, Duration most) {
    Arguments.notNegative(least);
    Arguments.require(least.compareTo(most) <= 0, "expected at least " + least + ", not " + most);
    long spread = most.minus(least).toNanos();
    return new SettleTime(
        "uniform " + least + " to " + most,
        (random, change) ->
            spread == Long.MAX_VALUE ? most : least.plusNanos(random.nextLong(spread + 1)));
  }

  /**
   * Half of them shorter than the median, and a long tail: what services look like from outside.
   *
   * @param sigma the standard deviation of the logarithm; with 1, one in six takes more than 2.7
   *     times the median and one in fifty more than 7.8 times
   */
  public static SettleTime lognormal(Duration median, double sigma) {
    Arguments.notNegative(median);
    Arguments.require(sigma >= 0 && sigma <= 5, "expected a sigma of 0 to 5, not " + sigma);
    return new SettleTime(
        "lognormal around " + median,
        (random, change) ->
            Duration.ofNanos((long) (median.toNanos() * Math.exp(sigma * random.nextGaussian()))));
  }

  /**
   * The first of these for the change that is accepted first, the second for the next, and after
   * the last the first again: who competes for a quota gets the same times in whatever order the
   * numbers come.
   */
  public static SettleTime inTurn(List<Duration> times) {
    Arguments.require(!times.isEmpty(), "expected one time or more");
    List<Duration> dealt = times.stream().map(Arguments::notNegative).toList();
    return new SettleTime("in turn " + dealt, (random, change) -> dealt.get(change % dealt.size()));
  }

  /** The same, but what would take longer takes this long: AWS's own bound, for example. */
  public SettleTime atMost(Duration most) {
    Arguments.notNegative(most);
    return new SettleTime(
        name + ", at most " + most,
        (random, change) -> {
          Duration drawn = draw.from(random, change);
          return drawn.compareTo(most) < 0 ? drawn : most;
        });
  }

  /** For the change that is the so many-th of this kind in its world, from 0. */
  Duration draw(RandomGenerator random, int change) {
    return draw.from(random, change);
  }

  @Override
  public String toString() {
    return name;
  }
}

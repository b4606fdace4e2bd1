package dev.dialtone.testkit;

import java.time.Duration;
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
    Duration from(RandomGenerator random);
  }

  private SettleTime(String name, Draw draw) {
    this.name = name;
    this.draw = draw;
  }

  /** Always this long. */
  public static SettleTime fixed(Duration time) {
    Arguments.notNegative(time);
    return new SettleTime("fixed " + time, random -> time);
  }

  /** Anything from the one to the other, both included, equally likely. */
  public static SettleTime uniform(Duration least, Duration most) {
    Arguments.notNegative(least);
    Arguments.require(least.compareTo(most) <= 0, "expected at least " + least + ", not " + most);
    long spread = most.minus(least).toNanos();
    return new SettleTime(
        "uniform " + least + " to " + most,
        random -> spread == Long.MAX_VALUE ? most : least.plusNanos(random.nextLong(spread + 1)));
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
        random ->
            Duration.ofNanos((long) (median.toNanos() * Math.exp(sigma * random.nextGaussian()))));
  }

  /** The same, but what would take longer takes this long: AWS's own bound, for example. */
  public SettleTime atMost(Duration most) {
    Arguments.notNegative(most);
    return new SettleTime(
        name + ", at most " + most,
        random -> {
          Duration drawn = draw.from(random);
          return drawn.compareTo(most) < 0 ? drawn : most;
        });
  }

  Duration draw(RandomGenerator random) {
    return draw.from(random);
  }

  @Override
  public String toString() {
    return name;
  }
}

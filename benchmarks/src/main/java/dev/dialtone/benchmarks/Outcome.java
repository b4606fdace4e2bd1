package dev.dialtone.benchmarks;

import java.util.Arrays;

/**
 * How a run went.
 *
 * @param ratio the time until the last number was confirmed, over the bound
 * @param refusedPercent how many of all requests were answered 429
 * @param looks DescribePhoneNumber requests a number
 * @param meanDelay seconds from settled to reported
 * @param p99Delay of these, what one in a hundred exceeds
 */
record Outcome(
    double ratio, double refusedPercent, double looks, double meanDelay, double p99Delay) {

  /** A run that beat the bound or left a number unconfirmed measured nothing. */
  static Outcome of(
      Shape shape, double[] settleTimes, double makespan, double[] delays, ScaledService service) {
    int claims = service.claims().asked();
    int describes = service.describes().asked();
    double refused = service.claims().refused() + service.describes().refused();
    double[] sorted = delays.clone();
    Arrays.sort(sorted);
    if (Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalStateException(shape.name() + ": not every number was confirmed");
    }
    double ratio = makespan / shape.bound(settleTimes);
    if (!(ratio >= 1)) {
      throw new IllegalStateException(shape.name() + ": faster than the bound allows: " + ratio);
    }
    return new Outcome(
        ratio,
        100 * refused / (claims + describes),
        (double) describes / shape.numbers(),
        Arrays.stream(sorted).average().orElseThrow(),
        sorted[(int) Math.ceil(0.99 * sorted.length) - 1]);
  }
}

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

  /**
   * What the service was asked.
   *
   * @param requests of all kinds
   * @param describes of these, looks
   * @param refused how many requests were answered 429
   */
  record Asked(int requests, int describes, int refused) {}

  /** A run that left a number unconfirmed, its delay not a number, measured nothing. */
  static Outcome of(
      Shape shape, double[] settleTimes, double makespan, double[] delays, ScaledService service) {
    if (Arrays.stream(delays).anyMatch(Double::isNaN)) {
      throw new IllegalStateException(shape.name() + ": not every number was confirmed");
    }
    ServiceQuota claims = service.claims();
    ServiceQuota describes = service.describes();
    var asked =
        new Asked(
            claims.asked() + describes.asked(),
            describes.asked(),
            claims.refused() + describes.refused());
    return of(shape, settleTimes, makespan, delays, asked);
  }

  /** A run that beat the bound measured nothing. */
  static Outcome of(
      Shape shape, double[] settleTimes, double makespan, double[] delays, Asked asked) {
    double[] sorted = delays.clone();
    Arrays.sort(sorted);
    double ratio = makespan / shape.bound(settleTimes);
    if (!(ratio >= 1)) {
      throw new IllegalStateException(shape.name() + ": faster than the bound allows: " + ratio);
    }
    return new Outcome(
        ratio,
        100.0 * asked.refused() / asked.requests(),
        (double) asked.describes() / shape.numbers(),
        Arrays.stream(sorted).average().orElseThrow(),
        sorted[(int) Math.ceil(0.99 * sorted.length) - 1]);
  }
}

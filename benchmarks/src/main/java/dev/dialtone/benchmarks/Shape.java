package dev.dialtone.benchmarks;

import dev.dialtone.Quota;
import java.util.Arrays;
import java.util.Random;

/**
 * What is measured: so many claims under these quotas.
 *
 * @param name how the table calls it
 * @param numbers how many are claimed
 * @param submit the quota of ClaimPhoneNumber
 * @param describe the quota of DescribePhoneNumber
 * @param median seconds within which half of the numbers settle
 * @param sigma the spread of the lognormal settle times; 0: all take the median
 * @param cap seconds which no number exceeds
 * @param latencyMillis of a request, and of a reply
 * @param lists what a list tells of numbers that settle
 */
record Shape(
    String name,
    int numbers,
    Quota submit,
    Quota describe,
    double median,
    double sigma,
    double cap,
    int latencyMillis,
    ListBehaviour lists) {

  /** 100 requests a second, 250 at once; median 2 s, sigma 0.8, cap 24 s; 20 ms each way. */
  static Shape usual(String name, int numbers) {
    Quota scaled = Quota.of(100, 250);
    return new Shape(name, numbers, scaled, scaled, 2, 0.8, 24, 20, ListBehaviour.DENIED);
  }

  Shape under(Quota submits, Quota describes) {
    return new Shape(name, numbers, submits, describes, median, sigma, cap, latencyMillis, lists);
  }

  Shape settling(double inMedian, double withSigma, double atMost) {
    return new Shape(
        name, numbers, submit, describe, inMedian, withSigma, atMost, latencyMillis, lists);
  }

  Shape at(int millisEachWay) {
    return new Shape(name, numbers, submit, describe, median, sigma, cap, millisEachWay, lists);
  }

  Shape with(ListBehaviour behaviour) {
    return new Shape(name, numbers, submit, describe, median, sigma, cap, latencyMillis, behaviour);
  }

  /** Seconds from the accepted submit until the number has settled, in order of acceptance. */
  double[] settleTimes(long seed) {
    var random = new Random(seed);
    double[] times = new double[numbers];
    for (int i = 0; i < numbers; i++) {
      times[i] = Math.min(cap, median * Math.exp(sigma * random.nextGaussian()));
    }
    return times;
  }

  /**
   * No client can be done sooner: submits leave as early as their quota allows, and each number
   * takes one look after it has settled.
   */
  double bound(double[] settleTimes) {
    double[] settled = new double[numbers];
    for (int i = 0; i < numbers; i++) {
      double submitted = Math.max(0, (i + 1.0 - submit.burst()) / submit.permitsPerSecond());
      settled[i] = submitted + settleTimes[i];
    }
    Arrays.sort(settled);
    double bound = 0;
    for (int k = 0; k < numbers; k++) {
      double looksLeft = numbers - k - describe.burst();
      bound = Math.max(bound, settled[k] + Math.max(0, looksLeft / describe.permitsPerSecond()));
    }
    return bound;
  }
}

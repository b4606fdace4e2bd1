package dev.dialtone.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a run of claims is to be.
 *
 * @param claims how many numbers are wanted
 * @param lost how many replies are lost after the effect, from 0 to 1
 * @param seed of the stand-in and its troubles
 */
record ClaimPlan(int claims, double lost, long seed) {
  /** The numbers wanted, in E.164 form. */
  List<String> numbers() {
    return IntStream.range(0, claims).mapToObj(i -> "+1800%07d".formatted(2_000_000 + i)).toList();
  }
}

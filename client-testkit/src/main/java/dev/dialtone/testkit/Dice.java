package dev.dialtone.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Chance that comes out the same for the same seed. Each subject has a row of its own, so that it
 * does not matter which of two parallel requests comes first. This class is thread-safe.
 */
final class Dice {
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long seed;
  private final Map<String, Integer> throwsOf = new HashMap<>();
  private final AsBuilt<Integer> built = new AsBuilt<>(throwsOf);

  Dice(long seed) {
    this.seed = seed;
  }

  long seed() {
    return seed;
  }

  /** The next throw about this subject. */
  RandomGenerator next(String subject) {
    long mixed = seed;
    String row = subject + '#' + count(subject);
    for (int i = 0; i < row.length(); i++) {
      mixed = (mixed ^ row.charAt(i)) * FNV_PRIME;
    }
    return new SplittableRandom(mixed);
  }

  /** 0, then 1, and so on, whatever the subject. */
  int turn() {
    return count("") - 1;
  }

  /** The next id of this subject, in the form of a random UUID. */
  UUID id(String subject) {
    RandomGenerator random = next(subject);
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(high, low);
  }

  /** From here on as from the start. */
  synchronized void startAgain() {
    throwsOf.clear();
  }

  synchronized void markAsBuilt() {
    built.mark();
  }

  /** From here on as from the mark; without one nothing comes back. */
  synchronized void reset() {
    built.restore();
  }

  private synchronized int count(String subject) {
    return throwsOf.merge(subject, 1, Integer::sum);
  }
}

package dev.dialtone.benchmarks;

import dev.dialtone.testkit.Guess;
import java.time.Duration;
import java.util.Set;

/**
 * What a run is to be.
 *
 * @param journal where the journal is
 * @param operations how many there are
 * @param processes how many work at once
 * @param kills how many are killed, of all processes together
 * @param doubts what the stand-in does otherwise than by default
 * @param seed of the stand-in's troubles and of the moments of the kills
 */
record KillPlan(
    Journal journal, int operations, int processes, int kills, Doubts doubts, long seed) {
  /**
   * What nobody knows of AWS, and the stand-in can do either way.
   *
   * @param flipped guesses that do not hold
   * @param staleReads how long reads lag behind writes
   */
  record Doubts(Set<Guess> flipped, Duration staleReads) {
    static final Doubts NONE = new Doubts(Set.of(), Duration.ZERO);
  }

  /** Where a journal may be. */
  enum Journal {
    /** A file of one process. */
    H2,
    /** A server of its own. */
    POSTGRESQL
  }

  KillPlan {
    if (journal == Journal.H2 && processes > 1) {
      throw new IllegalArgumentException("an H2 file belongs to one process");
    }
    if (operations < 1 || processes < 1 || kills < processes) {
      throw new IllegalArgumentException(
          "expected an operation, a process, and a kill for each process, or more");
    }
  }
}

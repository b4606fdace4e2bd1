package dev.dialtone.testkit;

import java.util.Set;

/** Which guesses hold in one simulator. */
record Guesses(Set<Guess> flipped) {

  boolean hold(Guess guess) {
    return !flipped.contains(guess);
  }
}

package dev.dialtone.testkit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How the world of one simulator behaves.
 *
 * @param ids makes ids; a reset takes it back to what was built, if that was marked
 * @param settling draws settle times
 */
record WorldRules(
    InstantSource clock,
    Guesses guesses,
    Dice ids,
    Settling settling,
    Optional<ChurnRule> churn,
    Periods periods,
    MoveListing moves) {

  /**
   * How long a change of a number takes.
   *
   * @param dice begins again at a reset
   */
  record Settling(SettleTime time, Dice dice) {
    Duration time(String number) {
      return time.draw(dice.next(number), dice.turn());
    }
  }

  /**
   * How long things stay as they are.
   *
   * @param coolDown from a release until anybody may claim the number again
   * @param failedClaim from the failure of a claim until its number is public again
   * @param token from its first use until it means nothing any more
   */
  record Periods(Duration coolDown, Duration failedClaim, Duration token) {}

  /**
   * When a list shows the new target of a move.
   *
   * @param isAtOnce before it has settled
   * @param lag so much later than it has settled
   */
  record MoveListing(boolean isAtOnce, Duration lag) {}
}

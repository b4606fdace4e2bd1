package dev.dialtone.internal;

import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Move;
import java.time.Duration;
import java.util.Optional;

/**
 * How operations of Amazon Connect settle: pure functions of what was asked and what was seen.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_PhoneNumberStatus.html">
 *     PhoneNumberStatus</a>
 */
final class Settling {
  /** How long a read may lag behind a write: not visible yet, or the status from before. */
  static final Duration LAG = Duration.ofMinutes(2);

  /**
   * How long a FAILED is confirmed that was never seen in progress, where nothing was read before:
   * a number whose claim has failed may be claimed again within its day.
   */
  static final Duration CONFIRMED = Duration.ofSeconds(3);

  /** How long a status that nobody knows is looked at. */
  static final Duration UNKNOWN_STATUS = Duration.ofMinutes(10);

  private Settling() {}

  /** Claimed is the number that was asked for, CLAIMED, at the target. */
  static Verdict<ConnectNumber> claimed(Claim claim, Sighting<ConnectNumber> sighting) {
    return sighting
        .now()
        .filter(now -> !now.number().equals(claim.number()))
        .<Verdict<ConnectNumber>>map(
            other ->
                new Verdict.Strange<>(
                    "another number",
                    "the id that the claim returned, "
                        + other.id()
                        + ", belongs to another number, "
                        + other.number()))
        .orElseGet(() -> claimedAt(claim.target(), sighting));
  }

  /** Moved is CLAIMED at the wanted target; CLAIMED elsewhere is the status from before. */
  static Verdict<ConnectNumber> moved(Move move, Sighting<ConnectNumber> sighting) {
    return claimedAt(move.target(), sighting);
  }

  /** Before a move: it may be there already, or busy with an operation before this one. */
  static FirstSight<ConnectNumber> beforeMove(Move move, Optional<ConnectNumber> seen) {
    if (seen.isEmpty()) {
      return new FirstSight.Missing<>();
    }
    ConnectNumber number = seen.get();
    if (number.status().equals(NumberStatus.IN_PROGRESS)) {
      return new FirstSight.Busy<>(number.status().value());
    }
    boolean there = number.status().equals(NumberStatus.CLAIMED) && number.isAt(move.target());
    return there ? new FirstSight.AlreadyDone<>(number) : new FirstSight.Ready<>();
  }

  private static Verdict<ConnectNumber> claimedAt(Target wanted, Sighting<ConnectNumber> sighting) {
    if (sighting.now().isEmpty()) {
      return notVisible(sighting);
    }
    ConnectNumber number = sighting.now().get();
    String status = number.status().value();
    if (number.status().equals(NumberStatus.IN_PROGRESS)) {
      return new Verdict.Pending<>(status, true);
    }
    if (number.status().equals(NumberStatus.CLAIMED)) {
      return number.isAt(wanted)
          ? new Verdict.Settled<>(status, number)
          : new Verdict.Pending<>(status + " at another target", false);
    }
    if (number.status().equals(NumberStatus.FAILED)) {
      return isFromBefore(number, sighting)
          ? new Verdict.Pending<>(status + " from before", false)
          : new Verdict.Failed<>(status, number.statusMessage().orElse(""));
    }
    return sighting.sameFor().compareTo(UNKNOWN_STATUS) < 0
        ? new Verdict.Pending<>(status, false)
        : new Verdict.Strange<>(
            status, "its status is " + status + ", which this library does not know");
  }

  private static Verdict<ConnectNumber> notVisible(Sighting<ConnectNumber> sighting) {
    return sighting.sameFor().compareTo(LAG) < 0
        ? new Verdict.Pending<>("not visible yet", false)
        : new Verdict.Lost<>(
            "not visible", "the service took it, but has not known the number for 2 minutes");
  }

  /** The same failure as before the call, and nothing has moved since: maybe an old answer. */
  private static boolean isFromBefore(ConnectNumber now, Sighting<ConnectNumber> sighting) {
    if (sighting.pendingSeen()) {
      return false;
    }
    return sighting
        .before()
        .map(
            before ->
                before.status().equals(now.status())
                    && before.statusMessage().equals(now.statusMessage())
                    && sighting.sameFor().compareTo(LAG) < 0)
        .orElseGet(() -> sighting.sameFor().compareTo(CONFIRMED) < 0);
  }
}

package dev.dialtone.internal;

import dev.dialtone.internal.Sighting.Evidence;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.ReleasedNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort.Claim;
import dev.dialtone.spi.ConnectPort.Import;
import dev.dialtone.spi.ConnectPort.Move;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
   * a number whose claim has failed may be claimed again within its day. And how long a released
   * number must stay gone.
   */
  static final Duration CONFIRMED = Duration.ofSeconds(3);

  /** How long a status that nobody knows, or a change that does not show, is looked at. */
  static final Duration UNEXPLAINED = Duration.ofMinutes(10);

  private Settling() {}

  /** Claimed is the number that was asked for, CLAIMED, at the target. */
  static Verdict<ConnectNumber> claimed(Claim claim, Sighting<ConnectNumber> sighting) {
    return sighting
        .now()
        .filter(now -> !now.number().equals(claim.number()))
        .<Verdict<ConnectNumber>>map(
            other -> anotherNumber("the id that the claim returned", other))
        .orElseGet(() -> claimedAt(claim.target(), sighting));
  }

  /** A rescue settles as the claim that it repeats. */
  static Verdict<ConnectNumber> rescued(
      NumberChanges.Rescue rescue, Sighting<ConnectNumber> sighting) {
    return rescue
        .as()
        .or(() -> sighting.before().map(rescue::claim))
        .or(() -> sighting.now().filter(now -> now.target().isPresent()).map(rescue::claim))
        .map(claim -> claimed(claim, sighting))
        .orElseGet(() -> notVisible(sighting));
  }

  /** Imported is the source's number, CLAIMED, at the instance; the reply may not name a source. */
  static Verdict<ConnectNumber> imported(Import wanted, Sighting<ConnectNumber> sighting) {
    return sighting
        .now()
        .filter(now -> now.sourceArn().filter(its -> !wanted.source().isSameAs(its)).isPresent())
        .<Verdict<ConnectNumber>>map(
            other -> anotherNumber("the id that the import returned", other))
        .orElseGet(() -> claimedAt(wanted.instance(), sighting));
  }

  /** Moved is CLAIMED at the wanted target; CLAIMED elsewhere is the status from before. */
  static Verdict<ConnectNumber> moved(Move move, Sighting<ConnectNumber> sighting) {
    return claimedAt(move.target(), sighting);
  }

  /** Described is: the description reads back; FAILED then speaks of something else. */
  static Verdict<ConnectNumber> described(
      NumberChanges.Description change, Sighting<ConnectNumber> sighting) {
    return sighting
        .now()
        .filter(now -> now.status().equals(NumberStatus.FAILED) && change.isDoneOn(now))
        .<Verdict<ConnectNumber>>map(now -> new Verdict.Settled<>(now.status().value(), now))
        .orElseGet(
            () ->
                settled(
                    sighting,
                    now ->
                        readsBack(
                            change::isDoneOn, now, "another description", sighting, UNEXPLAINED),
                    () -> notVisible(sighting)));
  }

  /**
   * Released is gone, and stays so for a while: one "not found" may be a read that lags, the more
   * so where nothing says that the release ever happened. FAILED speaks of a claim or update, so an
   * old one stays old for as long as nothing moves.
   */
  static Verdict<ReleasedNumber> released(
      NumberChanges.Release release, Sighting<ConnectNumber> sighting) {
    Duration confirmed = sighting.evidence() == Evidence.NONE ? LAG : CONFIRMED;
    boolean oldFailure =
        !sighting.pendingSeen()
            && sighting.now().filter(now -> isSameFailure(now, sighting)).isPresent();
    return oldFailure
        ? new Verdict.Pending<>("FAILED from before, not gone yet", false)
        : settled(
            sighting,
            now -> new Verdict.Pending<>(now.status() + ", not gone yet", false),
            () ->
                sighting.sameFor().compareTo(confirmed) < 0
                    ? new Verdict.Pending<>("gone", false)
                    : new Verdict.Settled<>(
                        "gone", new ReleasedNumber(release.id(), release.number())));
  }

  /** Tagged is: the tags read back, whatever else goes on with it; a tag does not take long. */
  static Verdict<ConnectNumber> tagged(
      NumberChanges.Tags change, Sighting<ConnectNumber> sighting) {
    return tagsReadBack(change::isDoneOn, sighting);
  }

  /** Untagged is: none of the keys is there. */
  static Verdict<ConnectNumber> untagged(
      NumberChanges.NoTags change, Sighting<ConnectNumber> sighting) {
    return tagsReadBack(change::isDoneOn, sighting);
  }

  private static Verdict<ConnectNumber> tagsReadBack(
      Predicate<ConnectNumber> asWanted, Sighting<ConnectNumber> sighting) {
    return sighting
        .now()
        .map(now -> readsBack(asWanted, now, "other tags", sighting, LAG))
        .orElseGet(() -> notVisible(sighting));
  }

  private static Verdict<ConnectNumber> claimedAt(Target wanted, Sighting<ConnectNumber> sighting) {
    return settled(
        sighting,
        now ->
            now.isAt(wanted)
                ? new Verdict.Settled<>(now.status().value(), now)
                : new Verdict.Pending<>(now.status() + " at another target", false),
        () -> notVisible(sighting));
  }

  /** By its status; what CLAIMED and gone mean differs. */
  private static <R> Verdict<R> settled(
      Sighting<ConnectNumber> sighting,
      Function<ConnectNumber, Verdict<R>> whenClaimed,
      Supplier<Verdict<R>> whenGone) {
    if (sighting.now().isEmpty()) {
      return whenGone.get();
    }
    ConnectNumber number = sighting.now().get();
    String status = number.status().value();
    if (number.status().equals(NumberStatus.IN_PROGRESS)) {
      return new Verdict.Pending<>(status, true);
    }
    if (number.status().equals(NumberStatus.CLAIMED)) {
      return whenClaimed.apply(number);
    }
    if (number.status().equals(NumberStatus.FAILED)) {
      return isFromBefore(number, sighting)
          ? new Verdict.Pending<>(status + " from before", false)
          : new Verdict.Failed<>(status, number.statusMessage().orElse(""));
    }
    return sighting.sameFor().compareTo(UNEXPLAINED) < 0
        ? new Verdict.Pending<>(status, false)
        : new Verdict.Strange<>(
            status, "its status is " + status + ", which this library does not know");
  }

  private static Verdict<ConnectNumber> readsBack(
      Predicate<ConnectNumber> asWanted,
      ConnectNumber now,
      String otherwise,
      Sighting<ConnectNumber> sighting,
      Duration most) {
    String status = now.status().value();
    if (asWanted.test(now)) {
      return new Verdict.Settled<>(status, now);
    }
    return sighting.sameFor().compareTo(most) < 0
        ? new Verdict.Pending<>(status + ", " + otherwise, false)
        : new Verdict.Strange<>(
            status,
            "it has shown "
                + otherwise
                + " than asked for during "
                + Words.of(most)
                + "; perhaps somebody else has changed it since");
  }

  private static <R> Verdict<R> anotherNumber(String what, ConnectNumber other) {
    return new Verdict.Strange<>(
        "another number",
        what + ", " + other.id() + ", belongs to another number, " + other.number());
  }

  private static <R> Verdict<R> notVisible(Sighting<ConnectNumber> sighting) {
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
    return sighting.before().isEmpty()
        ? sighting.sameFor().compareTo(CONFIRMED) < 0
        : isSameFailure(now, sighting) && sighting.sameFor().compareTo(LAG) < 0;
  }

  private static boolean isSameFailure(ConnectNumber now, Sighting<ConnectNumber> sighting) {
    return sighting
        .before()
        .filter(before -> before.status().equals(NumberStatus.FAILED))
        .filter(before -> before.status().equals(now.status()))
        .filter(before -> before.statusMessage().equals(now.statusMessage()))
        .isPresent();
  }
}

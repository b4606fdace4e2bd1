package dev.dialtone.internal;

import dev.dialtone.model.CallingNameStatus;
import dev.dialtone.model.ChimeNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How operations of Amazon Chime settle. The update's own reply may say UpdateSucceeded at once, as
 * AWS's own examples do, so it proves nothing; a read does.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_PhoneNumber.html">
 *     PhoneNumber</a>
 */
final class ChimeSettling {
  private ChimeSettling() {}

  /** Named is: the name reads back, and its status is that the change has succeeded. */
  static Verdict<ChimeNumber> named(
      ChimeChanges.CallingName change, Sighting<ChimeNumber> sighting) {
    if (sighting.now().isEmpty()) {
      return gone(sighting);
    }
    ChimeNumber now = sighting.now().get();
    String seen = words(now.callingNameStatus());
    if (change.isDoneOn(now)) {
      return new Verdict.Settled<>(seen, now);
    }
    if (is(now, CallingNameStatus.UPDATE_IN_PROGRESS)) {
      return new Verdict.Pending<>(seen, true);
    }
    if (is(now, CallingNameStatus.UPDATE_FAILED) && change.readsBackOn(now)) {
      return new Verdict.Strange<>(seen, "the name reads back, and yet the last change has failed");
    }
    if (is(now, CallingNameStatus.UPDATE_FAILED)) {
      return isFromBefore(now, sighting)
          ? new Verdict.Pending<>(seen + " from before", false)
          : new Verdict.Failed<>(seen, "the calling name could not be set");
    }
    if (is(now, CallingNameStatus.UPDATE_SUCCEEDED) || is(now, CallingNameStatus.UNASSIGNED)) {
      boolean moved =
          sighting.pendingSeen()
              || (sighting.before().isPresent()
                  && !sighting.before().flatMap(ChimeNumber::updatedAt).equals(now.updatedAt()));
      boolean ended = moved && sighting.sameFor().compareTo(Settling.LAG) >= 0;
      return ended
          ? new Verdict.Strange<>(seen, "the change has ended with another name than asked for")
          : new Verdict.Pending<>(seen + ", another name", false);
    }
    return sighting.sameFor().compareTo(Settling.UNEXPLAINED) < 0
        ? new Verdict.Pending<>(seen, false)
        : new Verdict.Strange<>(
            seen, "its calling name status is " + seen + ", which this library does not know");
  }

  /** For another product is: that reads back. */
  static Verdict<ChimeNumber> productType(
      ChimeChanges.ProductType change, Sighting<ChimeNumber> sighting) {
    return readsBack(change::isDoneOn, "another product type", sighting);
  }

  /** With a name of its own is: that reads back. */
  static Verdict<ChimeNumber> name(ChimeChanges.Name change, Sighting<ChimeNumber> sighting) {
    return readsBack(change::isDoneOn, "another name", sighting);
  }

  private static Verdict<ChimeNumber> readsBack(
      Predicate<ChimeNumber> asWanted, String otherwise, Sighting<ChimeNumber> sighting) {
    if (sighting.now().isEmpty()) {
      return gone(sighting);
    }
    if (asWanted.test(sighting.now().get())) {
      return new Verdict.Settled<>("as asked for", sighting.now().get());
    }
    return sighting.sameFor().compareTo(Settling.UNEXPLAINED) < 0
        ? new Verdict.Pending<>(otherwise, false)
        : new Verdict.Strange<>(
            otherwise, "it has shown " + otherwise + " for " + Words.of(Settling.UNEXPLAINED));
  }

  private static Verdict<ChimeNumber> gone(Sighting<ChimeNumber> sighting) {
    return sighting.sameFor().compareTo(Settling.LAG) < 0
        ? new Verdict.Pending<>("not visible", false)
        : new Verdict.Lost<>(
            "not visible", "the service took it, but has not known the number for 2 minutes");
  }

  /** The very same failure, by its time; where the time differs, it must show for a while. */
  private static boolean isFromBefore(ChimeNumber now, Sighting<ChimeNumber> sighting) {
    Optional<Instant> changed = sighting.before().flatMap(ChimeNumber::updatedAt);
    boolean failedBefore =
        sighting.before().filter(was -> is(was, CallingNameStatus.UPDATE_FAILED)).isPresent();
    if (failedBefore && changed.isPresent() && changed.equals(now.updatedAt())) {
      return true;
    }
    Duration confirmed = failedBefore ? Settling.LAG : Settling.CONFIRMED;
    return !sighting.pendingSeen() && sighting.sameFor().compareTo(confirmed) < 0;
  }

  static boolean is(ChimeNumber number, CallingNameStatus status) {
    return number.callingNameStatus().filter(status::equals).isPresent();
  }

  static String words(Optional<CallingNameStatus> status) {
    return status.map(CallingNameStatus::toString).orElse("no calling name status");
  }
}

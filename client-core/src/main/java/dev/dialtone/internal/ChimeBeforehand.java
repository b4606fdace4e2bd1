package dev.dialtone.internal;

import dev.dialtone.error.ConflictException;
import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.error.Violation;
import dev.dialtone.internal.Sighting.Evidence;
import dev.dialtone.model.CallingNameStatus;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.ChimeNumberType;
import dev.dialtone.model.ProductType;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the read before a call to Amazon Chime means. The rules are held against what the service
 * says of the number, never against its digits.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_UpdatePhoneNumber.html">
 *     UpdatePhoneNumber</a>
 */
final class ChimeBeforehand {
  private static final Set<CallingNameStatus> KNOWN =
      Set.of(
          CallingNameStatus.UNASSIGNED,
          CallingNameStatus.UPDATE_IN_PROGRESS,
          CallingNameStatus.UPDATE_SUCCEEDED,
          CallingNameStatus.UPDATE_FAILED);

  /** How long a state must show before a call without an answer is repeated, or spared. */
  private static final Duration SETTLED = Duration.ofSeconds(10);

  private ChimeBeforehand() {}

  static FirstSight<ChimeNumber> callingName(
      ChimeChanges.CallingName change, Sighting<ChimeNumber> sighting) {
    if (sighting.now().isEmpty()) {
      return new FirstSight.Missing<>();
    }
    ChimeNumber number = sighting.now().get();
    if (ChimeSettling.is(number, CallingNameStatus.UPDATE_IN_PROGRESS)) {
      return pending(change, number, sighting.evidence());
    }
    if (change.isDoneOn(number)) {
      return sighting.pendingSeen() && sighting.sameFor().compareTo(SETTLED) < 0
          ? new FirstSight.Busy<>("as wanted, after a change was pending")
          : new FirstSight.AlreadyDone<>(number);
    }
    if (sighting.evidence() == Evidence.DOUBT) {
      return repeat(sighting);
    }
    if (number.type().filter(ChimeNumberType.TOLL_FREE::equals).isPresent()) {
      return invalid("callingName", "a toll-free number has none");
    }
    if (number.callingNameStatus().filter(KNOWN::contains).isPresent()) {
      return new FirstSight.Ready<>();
    }
    String seen = ChimeSettling.words(number.callingNameStatus());
    return sighting.sameFor().compareTo(Settling.UNEXPLAINED) < 0
        ? new FirstSight.Busy<>(seen)
        : new FirstSight.Refused<>(
            "its calling name status is " + seen + ", which this library does not know",
            "look at the number in the console; nothing was changed",
            UnexpectedException::new);
  }

  /**
   * After a call without an answer: what is as before may be a read that lags, for a while; what is
   * neither as before nor as wanted is somebody else's doing, or ours that somebody has undone.
   */
  private static <R> FirstSight<R> repeat(Sighting<ChimeNumber> sighting) {
    if (!sighting.asBefore()) {
      return new FirstSight.Refused<>(
          "something else was changed meanwhile",
          "read what is there before anything is sent anew",
          UnexpectedException::new);
    }
    return sighting.sameFor().compareTo(SETTLED) < 0
        ? new FirstSight.Busy<>("as before, after a call without an answer")
        : new FirstSight.Ready<>();
  }

  /** Whose change is pending: after a lost reply it is taken for ours, else for another's. */
  private static FirstSight<ChimeNumber> pending(
      ChimeChanges.CallingName change, ChimeNumber number, Evidence evidence) {
    if (evidence == Evidence.DOUBT) {
      return new FirstSight.UnderWay<>();
    }
    return change.afterPending()
        ? new FirstSight.Busy<>(ChimeSettling.words(number.callingNameStatus()))
        : new FirstSight.Refused<>(
            "an earlier change of its calling name is pending"
                + number.updatedAt().map(at -> ", since " + at).orElse(""),
            "it may take 72 hours, and no other is taken until then; say afterPending() to wait",
            ConflictException::new);
  }

  /** The product type changes only while a number is unassigned. */
  static FirstSight<ChimeNumber> productType(
      ChimeChanges.ProductType change, Sighting<ChimeNumber> sighting) {
    if (sighting.now().isEmpty()) {
      return new FirstSight.Missing<>();
    }
    ChimeNumber number = sighting.now().get();
    if (change.isDoneOn(number)) {
      return new FirstSight.AlreadyDone<>(number);
    }
    if (sighting.evidence() == Evidence.DOUBT) {
      return repeat(sighting);
    }
    if (number.type().filter(ChimeNumberType.TOLL_FREE::equals).isPresent()
        && change.type().equals(ProductType.BUSINESS_CALLING)) {
      return invalid("productType", "a toll-free number cannot be for BusinessCalling");
    }
    if (number.country().filter(country -> !country.value().equals("US")).isPresent()
        && !change.type().equals(ProductType.SIP_MEDIA_APPLICATION_DIAL_IN)) {
      return invalid(
          "productType", "a number outside the US must be for SipMediaApplicationDialIn");
    }
    if (number.status().filter("Assigned"::equals).isPresent()) {
      return new FirstSight.Refused<>(
          "it is assigned, and its product type changes only while it is not",
          "unassign the number first; nothing was changed",
          ConflictException::new);
    }
    return new FirstSight.Ready<>();
  }

  static FirstSight<ChimeNumber> name(ChimeChanges.Name change, Sighting<ChimeNumber> sighting) {
    if (sighting.now().isEmpty()) {
      return new FirstSight.Missing<>();
    }
    ChimeNumber number = sighting.now().get();
    if (change.isDoneOn(number)) {
      return new FirstSight.AlreadyDone<>(number);
    }
    return sighting.evidence() == Evidence.DOUBT ? repeat(sighting) : new FirstSight.Ready<>();
  }

  private static <R> FirstSight<R> invalid(String field, String rule) {
    return new FirstSight.Refused<>(
        field + ": " + rule,
        "correct it and start again; nothing was changed",
        details -> new InvalidRequestException(details, List.of(new Violation(field, rule))));
  }
}

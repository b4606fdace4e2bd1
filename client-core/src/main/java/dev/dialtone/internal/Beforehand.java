package dev.dialtone.internal;

import dev.dialtone.error.InvalidRequestException;
import dev.dialtone.error.ReleaseRefusedException;
import dev.dialtone.error.UnexpectedException;
import dev.dialtone.error.Violation;
import dev.dialtone.model.Arn;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort.Move;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the read before a call means: a number in progress is waited for, as CLAIMED comes first,
 * says AWS's page on PhoneNumberStatus, and so is one in a status that nobody knows, for a while;
 * what is as wanted already is done.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_PhoneNumberStatus.html">
 *     PhoneNumberStatus</a>
 */
final class Beforehand {
  private Beforehand() {}

  static FirstSight<ConnectNumber> move(Move move, Sighting<ConnectNumber> sighting) {
    return unlessBusy(
        sighting,
        number ->
            number.status().equals(NumberStatus.CLAIMED) && number.isAt(move.target())
                ? new FirstSight.AlreadyDone<>(number)
                : new FirstSight.Ready<>());
  }

  /** What is no longer FAILED needs no rescue, or has another owner's operation in progress. */
  static FirstSight<ConnectNumber> rescue(
      NumberChanges.Rescue rescue, Sighting<ConnectNumber> sighting) {
    return unlessBusy(
        sighting,
        number -> {
          if (rescue.as().filter(claim -> !claim.number().equals(number.number())).isPresent()) {
            return new FirstSight.Refused<>(
                "the id belongs to another number, " + number.number(),
                "check which of the two is meant; nothing was claimed",
                UnexpectedException::new);
          }
          if (number.status().equals(NumberStatus.CLAIMED)) {
            return new FirstSight.AlreadyDone<>(number);
          }
          return rescue.as().isPresent() || number.target().isPresent()
              ? new FirstSight.Ready<>()
              : new FirstSight.Refused<>(
                  "the service does not tell where the number was claimed to",
                  "claim it by its number and target",
                  UnexpectedException::new);
        });
  }

  static FirstSight<ConnectNumber> description(
      NumberChanges.Description change, Sighting<ConnectNumber> sighting) {
    return unlessBusy(sighting, number -> doneOrReady(change.isDoneOn(number), number));
  }

  /**
   * The number must be the one that the caller repeats. A number whose claim has failed goes back
   * by itself within a day, and its release would use up the churn allowance; the status does not
   * tell it from one whose move has failed.
   */
  static <R> FirstSight<R> release(
      NumberChanges.Release release, Sighting<ConnectNumber> sighting) {
    return unlessBusy(
        sighting,
        number -> {
          if (!number.number().equals(release.number())) {
            return new FirstSight.Refused<>(
                "the id belongs to another number, "
                    + number.number()
                    + ", than the release was confirmed for, "
                    + release.number(),
                "check which of the two is meant; nothing was released",
                details -> new ReleaseRefusedException(details, Optional.of(number.number())));
          }
          if (number.status().equals(NumberStatus.FAILED) && !release.evenAfterFailure()) {
            return new FirstSight.Refused<>(
                "the previous operation on it has FAILED"
                    + number.statusMessage().map(why -> " (" + why + ")").orElse(""),
                "if that was a claim or an import, make it again, or leave it: a claimed number goes"
                    + " back within a day, unbilled, and a release would use up the churn"
                    + " allowance; if it was a move, say evenAfterFailure()",
                details -> new ReleaseRefusedException(details, Optional.empty()));
          }
          return new FirstSight.Ready<>();
        });
  }

  static FirstSight<ConnectNumber> tags(
      NumberChanges.Tags change, Sighting<ConnectNumber> sighting) {
    return unlessBusy(sighting, number -> onArn(change.id(), change.isDoneOn(number), number));
  }

  static FirstSight<ConnectNumber> noTags(
      NumberChanges.NoTags change, Sighting<ConnectNumber> sighting) {
    return unlessBusy(sighting, number -> onArn(change.id(), change.isDoneOn(number), number));
  }

  /** The flow must be of the instance that the number is at; a group's instance is not told. */
  static FirstSight<ConnectNumber> flow(
      NumberChanges.Flow change, Sighting<ConnectNumber> sighting) {
    return unlessBusy(
        sighting,
        number ->
            isElsewhere(number, change.flow().instanceId())
                ? invalid(
                    "flow",
                    "it must belong to the instance that the number is at, but is a flow of"
                        + " instance "
                        + change.flow().instanceId())
                : new FirstSight.Ready<>());
  }

  static FirstSight<ConnectNumber> noFlow(
      NumberChanges.NoFlow change, Sighting<ConnectNumber> sighting) {
    return unlessBusy(
        sighting,
        number -> {
          Optional<Target.Instance> instance = change.instanceOf(number);
          if (instance.isEmpty()) {
            return invalid(
                "instance",
                "it must be named, as in detachFlow(id, instance), for a number that is not at an"
                    + " instance itself");
          }
          return isElsewhere(number, instance.get().id())
              ? invalid("instance", "it must be the one that the number is at, but is another")
              : new FirstSight.Ready<>();
        });
  }

  /** The ARN that tags are set by. */
  static Optional<Arn> arn(PhoneNumberId id, ConnectNumber number) {
    return id.arn().or(number::arn);
  }

  private static FirstSight<ConnectNumber> onArn(
      PhoneNumberId id, boolean asWanted, ConnectNumber number) {
    return asWanted || arn(id, number).isPresent()
        ? doneOrReady(asWanted, number)
        : new FirstSight.Refused<>(
            "the service does not tell the number's ARN, which tags are set by",
            "name the number by its ARN",
            UnexpectedException::new);
  }

  private static FirstSight<ConnectNumber> doneOrReady(boolean asWanted, ConnectNumber number) {
    return asWanted ? new FirstSight.AlreadyDone<>(number) : new FirstSight.Ready<>();
  }

  private static boolean isElsewhere(ConnectNumber number, String instanceId) {
    return number
        .target()
        .filter(Target.Instance.class::isInstance)
        .map(Target.Instance.class::cast)
        .filter(at -> !at.id().equalsIgnoreCase(instanceId))
        .isPresent();
  }

  private static <R> FirstSight<R> invalid(String field, String rule) {
    return new FirstSight.Refused<>(
        field + ": " + rule,
        "correct it and start again; nothing was changed",
        details -> new InvalidRequestException(details, List.of(new Violation(field, rule))));
  }

  private static <R> FirstSight<R> unlessBusy(
      Sighting<ConnectNumber> sighting, Function<ConnectNumber, FirstSight<R>> judge) {
    if (sighting.now().isEmpty()) {
      // It was there a while ago, and a read may lag behind itself.
      return sighting.pendingSeen() && sighting.sameFor().compareTo(Settling.LAG) < 0
          ? new FirstSight.Busy<>("not visible")
          : new FirstSight.Missing<>();
    }
    ConnectNumber number = sighting.now().get();
    NumberStatus status = number.status();
    if (status.equals(NumberStatus.CLAIMED) || status.equals(NumberStatus.FAILED)) {
      return judge.apply(number);
    }
    if (status.equals(NumberStatus.IN_PROGRESS)
        || sighting.sameFor().compareTo(Settling.UNEXPLAINED) < 0) {
      return new FirstSight.Busy<>(status.value());
    }
    return new FirstSight.Refused<>(
        "its status is " + status + ", which this library does not know",
        "look at the number in the console; nothing was changed",
        UnexpectedException::new);
  }
}

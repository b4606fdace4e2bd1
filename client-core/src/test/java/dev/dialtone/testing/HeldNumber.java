package dev.dialtone.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A claimed number with all that was ever written to it: a stale read needs the past. */
final class HeldNumber {
  /** One write: what is shown before it has settled, and after. */
  private record Version(
      Duration since, Duration settlesAt, Target meanwhile, ConnectNumber after) {
    ConnectNumber at(Duration time) {
      return time.compareTo(settlesAt) < 0
          ? with(after, NumberStatus.IN_PROGRESS, Optional.empty(), meanwhile)
          : after;
    }
  }

  private final AvailableNumber offered;
  private final List<Version> versions = new ArrayList<>();
  private Optional<ContactFlow> flow = Optional.empty();
  private boolean owned;

  HeldNumber(AvailableNumber offered) {
    this.offered = offered;
  }

  AvailableNumber offered() {
    return offered;
  }

  /** The same whoever claims it, and nothing that could be read as a phone number. */
  String uuid() {
    return UUID.nameUUIDFromBytes(offered.number().value().getBytes(UTF_8)).toString();
  }

  /** What is true now. */
  ConnectNumber at(Duration now) {
    return seenAt(now).orElseThrow();
  }

  /** What a read shows that speaks of this time; empty before the claim. */
  Optional<ConnectNumber> seenAt(Duration time) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      Version version = versions.get(i);
      if (version.since().compareTo(time) <= 0) {
        return Optional.of(version.at(time));
      }
    }
    return Optional.empty();
  }

  /** Until it has settled it is shown at the target that it has meanwhile. */
  void write(Duration since, Duration settlesAt, Target meanwhile, ConnectNumber after) {
    versions.add(new Version(since, settlesAt, meanwhile, after));
    owned |= after.status().equals(NumberStatus.CLAIMED);
  }

  /** Whether it fills a place of this target, now or once it has settled. */
  boolean fills(Target target) {
    return owned && newest().after().isAt(target);
  }

  /** Whether its claim has failed, less than a day ago: it is kept for another try. */
  boolean isKept(Duration now) {
    return !owned
        && at(now).status().equals(NumberStatus.FAILED)
        && now.minus(newest().settlesAt()).compareTo(Duration.ofDays(1)) < 0;
  }

  Optional<ContactFlow> flow() {
    return flow;
  }

  void attach(ContactFlow to) {
    flow = Optional.of(to);
  }

  private Version newest() {
    return versions.get(versions.size() - 1);
  }

  static ConnectNumber with(
      ConnectNumber number, NumberStatus status, Optional<String> message, Target target) {
    return new ConnectNumber(
        number.id(),
        number.arn(),
        number.number(),
        number.country(),
        number.type(),
        status,
        message,
        Optional.of(target),
        number.description(),
        number.tags(),
        number.sourceArn());
  }
}

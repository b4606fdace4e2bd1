package dev.dialtone.testing;

import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.NumberStatus;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A claimed number with all that was ever written to it: a stale read needs the past. */
final class HeldNumber {
  /** One write: what is shown before it has settled, and after. */
  private record Version(Duration since, Duration settlesAt, ConnectNumber after) {
    ConnectNumber at(Duration time, Target meanwhile) {
      return time.compareTo(settlesAt) < 0
          ? with(after, NumberStatus.IN_PROGRESS, Optional.empty(), meanwhile)
          : after;
    }
  }

  private final AvailableNumber offered;
  private final List<Version> versions = new ArrayList<>();
  private Optional<ContactFlow> flow = Optional.empty();

  HeldNumber(AvailableNumber offered) {
    this.offered = offered;
  }

  AvailableNumber offered() {
    return offered;
  }

  PhoneNumberId id() {
    return newest().after().id();
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
        // While a number moves it is shown where it was.
        ConnectNumber meanwhile = versions.get(Math.max(0, i - 1)).after();
        return Optional.of(version.at(time, meanwhile.target().orElseThrow()));
      }
    }
    return Optional.empty();
  }

  void write(Duration since, Duration settlesAt, ConnectNumber after) {
    versions.add(new Version(since, settlesAt, after));
  }

  /** Whether it fills a place of this target, now or once it has settled. */
  boolean fills(Target target) {
    ConnectNumber last = newest().after();
    boolean lostClaim = versions.size() == 1 && last.status().equals(NumberStatus.FAILED);
    return last.isAt(target) && !lostClaim;
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

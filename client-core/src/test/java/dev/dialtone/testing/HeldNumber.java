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
  /** One write: what is shown before it has settled, and after; nothing after a release. */
  private record Version(
      Duration since, Duration settlesAt, ConnectNumber during, Optional<ConnectNumber> after) {
    Optional<ConnectNumber> at(Duration time) {
      return time.compareTo(settlesAt) < 0 ? Optional.of(during) : after;
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

  /** What a read shows that speaks of this time; empty before the claim and after the release. */
  Optional<ConnectNumber> seenAt(Duration time) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      Version version = versions.get(i);
      if (version.since().compareTo(time) <= 0) {
        return version.at(time);
      }
    }
    return Optional.empty();
  }

  /** Until it has settled it is shown as during, in progress. */
  void write(
      Duration since, Duration settlesAt, ConnectNumber during, Optional<ConnectNumber> after) {
    versions.add(
        new Version(
            since,
            settlesAt,
            Numbers.with(during, NumberStatus.IN_PROGRESS, Optional.empty()),
            after));
    owned = after.map(this::isOwned).orElse(false);
  }

  /** What is true at once, whatever is in progress. */
  void tag(ConnectNumber now, Duration since) {
    versions.add(new Version(since, since, now, Optional.of(now)));
  }

  /** Whether it fills a place of this target, now or once it has settled. */
  boolean fills(Target target) {
    return owned && newest().after().filter(after -> after.isAt(target)).isPresent();
  }

  /** Whether its claim has failed, less than a day ago: it is kept for another try. */
  boolean isKept(Duration now) {
    return !owned
        && seenAt(now).filter(seen -> seen.status().equals(NumberStatus.FAILED)).isPresent()
        && now.minus(newest().settlesAt()).compareTo(Duration.ofDays(1)) < 0;
  }

  Optional<ContactFlow> flow() {
    return flow;
  }

  void attach(Optional<ContactFlow> to) {
    flow = to;
  }

  private boolean isOwned(ConnectNumber after) {
    return owned || after.status().equals(NumberStatus.CLAIMED);
  }

  private Version newest() {
    return versions.get(versions.size() - 1);
  }
}

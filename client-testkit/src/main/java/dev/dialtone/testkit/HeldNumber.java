package dev.dialtone.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number that was claimed, with all that was ever written to it: a stale read needs the past. Not
 * thread-safe; the world guards it.
 */
final class HeldNumber {
  private final OfferedNumber offered;
  private final String id;
  private final String arn;
  private final List<NumberVersion> versions = new ArrayList<>();

  HeldNumber(OfferedNumber offered, String id, String arn, NumberVersion claim) {
    this.offered = offered;
    this.id = id;
    this.arn = arn;
    versions.add(claim);
  }

  OfferedNumber offered() {
    return offered;
  }

  String number() {
    return offered.number();
  }

  String id() {
    return id;
  }

  String arn() {
    return arn;
  }

  void write(NumberVersion version) {
    versions.add(version);
  }

  NumberState at(Instant now) {
    return newest().at(now);
  }

  /** What a read shows that lags so far behind the writes; nothing before the claim is visible. */
  Optional<NumberState> seenAt(Instant now, Duration staleness) {
    Instant until = now;
    for (int i = versions.size() - 1; i >= 0; i--) {
      NumberVersion version = versions.get(i);
      if (!version.since().plus(staleness).isAfter(now)) {
        return Optional.of(version.at(until));
      }
      until = version.since();
    }
    return Optional.empty();
  }

  /** Whether it fills a place of this target: while it moves, a place of where it is going. */
  boolean fills(Target target, Instant now) {
    return at(now).held() && newest().after().targetArn().equals(target.arn());
  }

  OwnedNumber owned(Instant now) {
    NumberState state = at(now);
    return new OwnedNumber(
        number(),
        id,
        arn,
        state.targetArn(),
        state.status().name(),
        state.message(),
        state.description().orElse(""),
        state.tags(),
        state.flowArn());
  }

  private NumberVersion newest() {
    return versions.get(versions.size() - 1);
  }
}

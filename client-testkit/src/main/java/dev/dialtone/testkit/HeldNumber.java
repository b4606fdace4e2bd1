package dev.dialtone.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A number that was claimed or imported, with all that was ever written to it: a stale read needs
 * the past. Not thread-safe; the world guards it.
 */
final class HeldNumber {
  private final NumberIdentity identity;
  private final List<NumberVersion> versions = new ArrayList<>();

  HeldNumber(NumberIdentity identity, NumberVersion claim) {
    this.identity = identity;
    versions.add(claim);
  }

  NumberIdentity identity() {
    return identity;
  }

  String number() {
    return identity.phoneNumber().number();
  }

  String id() {
    return identity.id();
  }

  String arn() {
    return identity.arn();
  }

  HeldNumber write(NumberVersion version) {
    versions.add(version);
    return this;
  }

  /** Writes what is effective at once. */
  void change(Instant now, UnaryOperator<NumberState> change) {
    write(newest().changed(now, change));
  }

  NumberState at(Instant now) {
    return newest().at(now);
  }

  /** Its state, unless a previous operation has yet to settle. */
  NumberState settledAt(Instant now) {
    NumberState state = at(now);
    if (state.status() == NumberStatus.IN_PROGRESS) {
      throw AwsError.resourceInUse("A previous operation is in progress: " + arn());
    }
    return state;
  }

  /** Its settled state, unless its claim failed. */
  NumberState obtainedAt(Instant now) {
    NumberState state = settledAt(now);
    if (!state.isHeld()) {
      throw AwsError.invalidParameter("The claim of this number failed: " + arn());
    }
    return state;
  }

  /** What a read shows; nothing before the claim is visible, nor after the release. */
  Optional<SeenNumber> seenAt(ReadTime time) {
    Instant until = time.now();
    for (int i = versions.size() - 1; i >= 0; i--) {
      NumberVersion version = versions.get(i);
      if (time.sees(version)) {
        return Optional.of(new SeenNumber(this, version.at(until)))
            .filter(seen -> !seen.state().isReleased());
      }
      until = version.since();
    }
    return Optional.empty();
  }

  /** Whether it fills a place of this target: while it moves, a place of where it is going. */
  boolean fills(Target target, Instant now) {
    return at(now).isHeld() && newest().after().targetArn().equals(target.arn());
  }

  OwnedNumber owned(Instant now) {
    NumberState state = at(now);
    return new OwnedNumber(
        number(),
        id(),
        arn(),
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

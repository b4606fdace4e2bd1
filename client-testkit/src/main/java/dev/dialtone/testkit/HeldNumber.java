package dev.dialtone.testkit;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A number that was claimed or imported, with all that was ever written to it. Not thread-safe; the
 * world guards it.
 */
final class HeldNumber {
  private final NumberIdentity identity;
  private final NumberHistory<NumberState> history;

  HeldNumber(NumberIdentity identity, NumberVersion<NumberState> claim) {
    this.identity = identity;
    this.history = new NumberHistory<>(claim);
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

  HeldNumber write(NumberVersion<NumberState> version) {
    history.write(version);
    return this;
  }

  /** Writes what is effective at once. */
  void change(Instant now, UnaryOperator<NumberState> change) {
    history.change(now, change);
  }

  NumberState at(Instant now) {
    return history.at(now);
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
    return history
        .seenAt(time)
        .filter(state -> !state.isReleased())
        .map(state -> new SeenNumber(this, state));
  }

  /** Whether it fills a place of this target: while it moves, a place of where it is going. */
  boolean fills(Target target, Instant now) {
    return at(now).isHeld() && history.newest().after().targetArn().equals(target.arn());
  }

  /** Whether what was last written settles as FAILED. */
  boolean isFailing() {
    return history.newest().after().status() == NumberStatus.FAILED;
  }

  /** Forgets all but what it was in the beginning. */
  void reset() {
    history.reset();
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
}

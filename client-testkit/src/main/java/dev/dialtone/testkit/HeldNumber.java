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

  /** As it was first, at another place. */
  HeldNumber anew(int place) {
    return new HeldNumber(identity.at(place), history.first());
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

  /** When the previous operation has settled, or had. */
  Instant settlesAt() {
    return history.newest().settlesAt();
  }

  /** The target that it is going to, or is at. */
  String goesTo() {
    return history.newest().after().targetArn();
  }

  /** The target that it was at then. */
  String wasAt(Instant then) {
    return history.asOf(then).targetArn();
  }

  /** Its state, unless a previous operation has yet to settle. */
  NumberState settledIn(ConnectWorld world) {
    NumberState state = at(world.now());
    if (state.status() != NumberStatus.IN_PROGRESS) {
      return state;
    }
    NumberState expected = history.newest().after();
    if (world.rules().guesses().hold(Guess.BUSY_IS_RESOURCE_IN_USE) || expected.isReleased()) {
      throw AwsError.resourceInUse("A previous operation is in progress: " + arn());
    }
    return expected;
  }

  /** Its settled state, unless its claim failed. */
  NumberState obtainedIn(ConnectWorld world) {
    NumberState state = settledIn(world);
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
    return at(now).isHeld() && goesTo().equals(target.arn());
  }

  /** Whether what was last written settles as FAILED. */
  boolean isFailing() {
    return history.newest().after().status() == NumberStatus.FAILED;
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

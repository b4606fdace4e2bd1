package dev.dialtone.testkit;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The state of Amazon Connect under one lock, and what surrounds it: clock, faults, ledger. This
 * class is thread-safe: the state is only lent for the time of one function.
 */
final class ConnectWorld {
  private final ConnectState state;
  private final WorldRules rules;
  private final Faults faults;
  private final Ledger ledger;

  ConnectWorld(Arns arns, WorldRules rules, Faults faults) {
    this.state = ConnectState.empty(arns, rules);
    this.rules = rules;
    this.faults = faults;
    this.ledger = new Ledger(() -> with(lent -> lent.numbers().owned(now())));
  }

  <T> T with(Function<ConnectState, T> work) {
    synchronized (state) {
      return work.apply(state);
    }
  }

  void change(Consumer<ConnectState> work) {
    synchronized (state) {
      work.accept(state);
    }
  }

  Instant now() {
    return rules.clock().instant();
  }

  WorldRules rules() {
    return rules;
  }

  Faults faults() {
    return faults;
  }

  Ledger ledger() {
    return ledger;
  }

  /** A write that is IN_PROGRESS first. */
  NumberVersion<NumberState> settling(String number, NumberState during, NumberState after) {
    Instant now = now();
    Instant settlesAt = now.plus(faults.settlingTime(rules.settling().time(number)));
    var version = NumberVersion.lasting(now, settlesAt, during.inProgress(), after);
    return after.mayBeTriedAgain()
        ? version.lapsing(settlesAt.plus(rules.periods().failedClaim()), after.released())
        : version;
  }

  /** From when on a number whose release this is may be claimed by anybody. */
  Instant coolsDownUntil(NumberVersion<NumberState> release) {
    return release.settlesAt().plus(rules.periods().coolDown());
  }

  /** The same of a change that faults may make fail: then everything stays what it was. */
  NumberVersion<NumberState> settling(HeldNumber number, NumberState before, NumberState after) {
    return settling(
        number.number(),
        before,
        faults.takeSettlingFailure(number.number()).map(before::failed).orElse(after));
  }

  /** A change that is effective at once, and no effect if it changes nothing. */
  Reply changeAtOnce(String operation, HeldNumber number, UnaryOperator<NumberState> change) {
    NumberState before = number.at(now());
    if (change.apply(before).equals(before)) {
      return Reply.of(Answer.empty(), Disposition.REPLAYED);
    }
    number.change(now(), change);
    applied(operation, number, before.targetArn(), Optional.empty());
    return Reply.of(Answer.empty(), Disposition.APPLIED);
  }

  /** How reads of numbers look at this moment. */
  ReadTime readTime() {
    return new ReadTime(now(), faults.staleness(), faults.lateness());
  }

  /** Notes that an operation changed something. */
  void applied(String operation, HeldNumber number, String targetArn, Optional<String> token) {
    var effect =
        new Effect(operation, number.number(), number.id(), targetArn, token.orElse(""), now());
    if (number.isFailing()) {
      ledger.addFailing(effect);
    } else {
      ledger.add(effect);
    }
  }

  void markAsBuilt() {
    synchronized (state) {
      state.markAsBuilt();
      rules.ids().markAsBuilt();
      faults.markAsBuilt();
    }
  }

  void reset() {
    synchronized (state) {
      state.reset();
      rules.ids().reset();
      rules.settling().dice().startAgain();
      faults.reset();
      ledger.clear();
    }
  }
}

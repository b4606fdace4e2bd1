package dev.dialtone.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One namespace of Amazon Chime: its numbers under one lock, and what surrounds them. This class is
 * thread-safe: the numbers are only lent for the time of one function.
 */
final class ChimeWorld {
  private final ChimeNamespace namespace;
  private final CallingNameBehaviour callingNames;
  private final Surroundings surroundings;
  private final ChimeNumberBook numbers = new ChimeNumberBook();

  /**
   * @param settling how long a change of a calling name is pending
   * @param repliedStatus what the reply to such a change says of it
   * @param notOftenerThan how long after a change another one is refused
   */
  record CallingNameBehaviour(
      WorldRules.Settling settling, String repliedStatus, Duration notOftenerThan) {}

  ChimeWorld(
      ChimeNamespace namespace, CallingNameBehaviour callingNames, Surroundings surroundings) {
    this.namespace = namespace;
    this.callingNames = callingNames;
    this.surroundings = surroundings;
  }

  <T> T with(Function<ChimeNumberBook, T> work) {
    synchronized (numbers) {
      return work.apply(numbers);
    }
  }

  void change(Consumer<ChimeNumberBook> work) {
    synchronized (numbers) {
      work.accept(numbers);
    }
  }

  void add(ProvisionedNumber number) {
    Arguments.require(
        namespace.hasProductType(number.productType()),
        "no " + number.productType() + " in this namespace");
    synchronized (numbers) {
      numbers.add(number, now());
    }
  }

  List<ProvisionedNumber> provisioned() {
    return with(lent -> lent.at(now()));
  }

  Instant now() {
    return surroundings.clock().instant();
  }

  ChimeNamespace namespace() {
    return namespace;
  }

  CallingNameBehaviour callingNames() {
    return callingNames;
  }

  Guesses guesses() {
    return surroundings.guesses();
  }

  Faults faults() {
    return surroundings.faults();
  }

  ReadTime readTime() {
    return new ReadTime(now(), faults().staleness(), faults().lateness());
  }

  /** Notes that an operation changed something; Chime knows neither targets nor tokens. */
  void applied(String operation, ProvisionedNumber number) {
    surroundings
        .ledger()
        .add(
            new Effect(
                namespace.operation(operation), number.number(), number.id(), "", "", now()));
  }

  void reset() {
    synchronized (numbers) {
      numbers.reset();
      callingNames.settling().dice().startAgain();
    }
  }
}

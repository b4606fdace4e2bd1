package dev.dialtone.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the simulator was asked and what it did, oldest first. Get it from {@link
 * PhoneNumberSimulator#ledger()}.
 *
 * <p>A request is in the ledger before its reply leaves. Every list is a copy. This class is
 * thread-safe.
 */
public final class Ledger {
  private final Supplier<List<OwnedNumber>> numbers;
  private final List<Effect> effects = new ArrayList<>();
  private final List<RecordedRequest> requests = new ArrayList<>();

  Ledger(Supplier<List<OwnedNumber>> numbers) {
    this.numbers = numbers;
  }

  /** Every change made. */
  public synchronized List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** The changes made by one operation. */
  public List<Effect> effects(String operation) {
    return effects().stream().filter(effect -> effect.operation().equals(operation)).toList();
  }

  /** Every request that arrived: also the refused, the throttled and those whose reply was lost. */
  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** The requests of one operation. */
  public List<RecordedRequest> requests(String operation) {
    return requests().stream().filter(request -> request.operation().equals(operation)).toList();
  }

  /**
   * Every number claimed or imported since the start or the last reset, with those whose claim
   * failed, without those whose release has settled.
   */
  public List<OwnedNumber> numbers() {
    return numbers.get();
  }

  synchronized void add(Effect effect) {
    effects.add(effect);
  }

  synchronized void add(RecordedRequest request) {
    requests.add(request);
  }

  synchronized void clear() {
    effects.clear();
    requests.clear();
  }
}

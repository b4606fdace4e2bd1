package dev.dialtone.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the simulator was asked and what it did, oldest first. Get it from {@link
 * PhoneNumberSimulator#ledger()}; {@link SimulatorAssertions} has assertions on it.
 *
 * <p>A request is in the ledger before its reply leaves. Every list is a copy. This class is
 * thread-safe.
 */
public final class Ledger {
  private final Supplier<List<OwnedNumber>> numbers;
  private final List<Effect> effects = new ArrayList<>();
  private final List<RecordedRequest> requests = new ArrayList<>();
  private final IdentityHashMap<Effect, RecordedRequest> causes = new IdentityHashMap<>();
  private final Set<Effect> failing = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ThreadLocal<List<Effect>> ofThisRequest = ThreadLocal.withInitial(ArrayList::new);

  Ledger(Supplier<List<OwnedNumber>> numbers) {
    this.numbers = numbers;
  }

  /** Every change made, and every one begun that settled as FAILED. */
  public synchronized List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** The changes made by one operation. */
  public List<Effect> effects(String operation) {
    return effects().stream().filter(effect -> effect.operation().equals(operation)).toList();
  }

  /** The changes made to one number, in E.164 form. */
  public List<Effect> effectsOn(String phoneNumber) {
    return effects().stream().filter(effect -> effect.phoneNumber().equals(phoneNumber)).toList();
  }

  /** The request that made a change; empty while it is still being answered. */
  public synchronized Optional<RecordedRequest> requestOf(Effect effect) {
    return Optional.ofNullable(causes.get(effect));
  }

  /** Every request that arrived: also the refused, the throttled and those whose reply was lost. */
  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** The requests of one operation. */
  public List<RecordedRequest> requests(String operation) {
    return only(request -> request.operation().equals(operation));
  }

  /** The requests of which this became. */
  public List<RecordedRequest> requests(Disposition disposition) {
    return only(request -> request.disposition() == disposition);
  }

  /** The requests that the stand-in's own rules turned down; those of the throttle are others. */
  public List<RecordedRequest> refused() {
    return requests(Disposition.REFUSED);
  }

  /** The writes that had been made before: the first answer again, nothing changed. */
  public List<RecordedRequest> replayed() {
    return requests(Disposition.REPLAYED);
  }

  /**
   * Every number claimed, imported or owned from the start, with those whose claim failed, without
   * those whose release has settled.
   */
  public List<OwnedNumber> numbers() {
    return numbers.get();
  }

  /** What has become of one number, in E.164 form; empty if nobody has it. */
  public Optional<OwnedNumber> number(String phoneNumber) {
    return numbers().stream().filter(owned -> owned.number().equals(phoneNumber)).findFirst();
  }

  /** Whether what this effect began settled, or will settle, as FAILED. */
  synchronized boolean fails(Effect effect) {
    return failing.contains(effect);
  }

  synchronized void addFailing(Effect effect) {
    failing.add(effect);
    add(effect);
  }

  synchronized void add(Effect effect) {
    effects.add(effect);
    ofThisRequest.get().add(effect);
  }

  /** On the thread that has served it: the effects since the last one are its own. */
  synchronized void add(RecordedRequest request) {
    requests.add(request);
    ofThisRequest.get().forEach(effect -> causes.put(effect, request));
    ofThisRequest.remove();
  }

  synchronized void clear() {
    effects.clear();
    requests.clear();
    causes.clear();
    failing.clear();
  }

  private List<RecordedRequest> only(Predicate<RecordedRequest> which) {
    return requests().stream().filter(which).toList();
  }
}

package dev.dialtone.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that was ever written to a number: a stale read needs the past. Not thread-safe; the world
 * guards it.
 */
final class NumberHistory<S> {
  private final List<NumberVersion<S>> versions = new ArrayList<>();

  NumberHistory(NumberVersion<S> first) {
    versions.add(first);
  }

  void write(NumberVersion<S> version) {
    versions.add(version);
  }

  /** Writes what is effective at once. */
  void change(Instant now, UnaryOperator<S> change) {
    write(newest().changed(now, change));
  }

  S at(Instant now) {
    return newest().at(now);
  }

  /** What a read shows; nothing before the first version is visible. */
  Optional<S> seenAt(ReadTime time) {
    Instant until = time.now();
    for (int i = versions.size() - 1; i >= 0; i--) {
      NumberVersion<S> version = versions.get(i);
      if (i == 0 ? time.seesFirst(version) : time.sees(version)) {
        return Optional.of(version.at(until));
      }
      until = version.since();
    }
    return Optional.empty();
  }

  /**
   * What was true then, as if nothing had been written since; before the first write, the first.
   */
  S asOf(Instant then) {
    for (int i = versions.size() - 1; i > 0; i--) {
      if (!versions.get(i).since().isAfter(then)) {
        return versions.get(i).at(then);
      }
    }
    return versions.get(0).at(then);
  }

  NumberVersion<S> first() {
    return versions.get(0);
  }

  NumberVersion<S> newest() {
    return versions.get(versions.size() - 1);
  }

  /** Forgets all but the first. */
  void reset() {
    versions.subList(1, versions.size()).clear();
  }
}

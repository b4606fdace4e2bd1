package dev.dialtone.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries of a map were there when the world was built: a reset takes the later ones out.
 * Until somebody marks the end of building, all were. Not thread-safe; the world guards it.
 */
final class AsBuilt {
  private final Map<String, ?> entries;
  private Optional<Set<String>> keys = Optional.empty();

  AsBuilt(Map<String, ?> entries) {
    this.entries = entries;
  }

  void mark() {
    keys = Optional.of(Set.copyOf(entries.keySet()));
  }

  void restore() {
    keys.ifPresent(built -> entries.keySet().retainAll(built));
  }
}

package dev.dialtone.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * What a map held when the world was built: a reset takes out what came later and brings back what
 * was replaced. Until somebody marks the end of building, everything stays. Nothing may be removed
 * from the map. Not thread-safe; the world guards it.
 */
final class AsBuilt<V> {
  private final Map<String, V> entries;
  private Optional<Map<String, V>> built = Optional.empty();

  AsBuilt(Map<String, V> entries) {
    this.entries = entries;
  }

  void mark() {
    built = Optional.of(Map.copyOf(entries));
  }

  void restore() {
    built.ifPresent(
        then -> {
          entries.keySet().retainAll(then.keySet());
          entries.replaceAll((key, value) -> then.getOrDefault(key, value));
        });
  }
}

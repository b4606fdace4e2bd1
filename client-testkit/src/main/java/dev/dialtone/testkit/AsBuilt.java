package dev.dialtone.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a map held when the world was built: a reset brings that back. Until somebody marks the end
 * of building, everything stays. Not thread-safe; the world guards it.
 */
final class AsBuilt<V> {
  private final Map<String, V> entries;
  private Optional<Map<String, V>> built = Optional.empty();

  AsBuilt(Map<String, V> entries) {
    this.entries = entries;
  }

  void mark() {
    built = Optional.of(new LinkedHashMap<>(entries));
  }

  void restore() {
    built.ifPresent(
        then -> {
          entries.clear();
          entries.putAll(then);
        });
  }
}

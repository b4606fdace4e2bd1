package dev.dialtone.benchmarks;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** When which number was confirmed, or why it was not. This class is thread-safe. */
final class Finishes {
  private final Map<String, Instant> confirmed = new ConcurrentHashMap<>();
  private final Map<String, String> givenUp = new ConcurrentHashMap<>();

  /** The number was just seen CLAIMED, or given up if something failed. */
  void note(String number, @Nullable Throwable failure) {
    if (failure == null) {
      confirmed.put(number, Instant.now());
    } else {
      givenUp.put(number, failure.toString().replace('\n', ' '));
    }
  }

  Map<String, Instant> confirmed() {
    return confirmed;
  }

  Map<String, String> givenUp() {
    return givenUp;
  }
}

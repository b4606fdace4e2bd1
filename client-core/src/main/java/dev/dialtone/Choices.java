package dev.dialtone;

import static java.util.Objects.requireNonNull;

import dev.dialtone.internal.Rules;
import java.time.Duration;
import java.util.Optional;

/** What a caller may say of any operation: its deadline, and the key that makes it the same. */
record Choices(Optional<Duration> deadline, Optional<String> key) {
  static final Choices NONE = new Choices(Optional.empty(), Optional.empty());

  private static final int LONGEST_KEY = 256;

  Choices deadline(Duration fromStart) {
    return new Choices(Optional.of(Rules.positive("deadline", fromStart)), key);
  }

  Choices idempotencyKey(String text) {
    requireNonNull(text, "key");
    if (text.isBlank() || text.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "an idempotency key must have 1 to " + LONGEST_KEY + " characters, not all blank");
    }
    return new Choices(deadline, Optional.of(text));
  }

  /** The same, for one of many. */
  Choices of(String part) {
    return new Choices(deadline, key.map(text -> text + "/" + part));
  }

  Choices orDeadline(Optional<Duration> byDefault) {
    return new Choices(deadline.or(() -> byDefault), key);
  }
}

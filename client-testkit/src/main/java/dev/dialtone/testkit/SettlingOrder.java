package dev.dialtone.testkit;

import java.time.Duration;
import java.util.Optional;

/**
 * How a fault wants the operation that a request begins to settle.
 *
 * @param failure why it settles as FAILED, if it does
 * @param after when it settles, if not when others do
 */
record SettlingOrder(Optional<String> failure, Optional<Duration> after) {
  static final SettlingOrder NONE = new SettlingOrder(Optional.empty(), Optional.empty());

  static SettlingOrder failing(String message) {
    return new SettlingOrder(Optional.of(message), Optional.empty());
  }

  static SettlingOrder taking(Duration time) {
    return new SettlingOrder(Optional.empty(), Optional.of(time));
  }
}

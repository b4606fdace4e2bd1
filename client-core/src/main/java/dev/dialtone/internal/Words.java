package dev.dialtone.internal;

import java.time.Duration;

/** Durations and counts as a person says them. */
final class Words {
  private Words() {}

  /** For example {@code 2 minutes} or {@code 1.5 s}. */
  static String of(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 10) {
      return time.toMillis() / 1000.0 + " s";
    }
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7_200 ? seconds / 60 + " minutes" : seconds / 3_600 + " hours";
  }

  /** For example {@code 1 look} or {@code 7 looks}. */
  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}

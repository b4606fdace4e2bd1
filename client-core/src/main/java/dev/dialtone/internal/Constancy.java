package dev.dialtone.internal;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Since when looks have shown the same.
 *
 * @param shown a hash of it is enough, and keeps nothing alive
 * @param since by the engine's clock
 */
record Constancy(int shown, long since) {
  /** With this look, which comes after those; null if it is the first. */
  static Constancy with(@Nullable Constancy those, Optional<?> look, long time) {
    return those != null && those.shown == look.hashCode()
        ? those
        : new Constancy(look.hashCode(), time);
  }

  Duration until(long time) {
    return Duration.ofNanos(time - since);
  }
}

package dev.dialtone.internal;

import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.util.Optional;

/** How long looks have shown the same. A hash is enough, and keeps nothing alive. */
final class Constancy {
  private final Timer timer;
  private boolean seenAnything;
  private int lastSeen;
  private long sameSince;

  Constancy(Timer timer) {
    this.timer = timer;
  }

  /** Takes note of a look. */
  Duration of(Optional<?> now) {
    long time = timer.nanoTime();
    if (!seenAnything || lastSeen != now.hashCode()) {
      seenAnything = true;
      lastSeen = now.hashCode();
      sameSince = time;
    }
    return Duration.ofNanos(time - sameSince);
  }
}

package dev.dialtone.internal;

import dev.dialtone.spi.Timer;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When an operation ends by itself. The caller's own runs from the start; a default runs from the
 * first byte sent, so that waiting for quota never uses it up. Confined to the engine.
 */
final class Deadline {
  private final Timer timer;
  private final long nanos;
  private final Runnable over;
  private @Nullable Timeout running;
  private long endsAt;

  Deadline(Timer timer, Duration length, Runnable over) {
    this.timer = timer;
    this.nanos = TimeUnit.NANOSECONDS.convert(length);
    this.over = over;
  }

  /** Starts the time, unless it runs. */
  void start() {
    if (running == null) {
      endsAt = timer.nanoTime() + nanos;
      running = timer.after(Duration.ofNanos(nanos), over);
    }
  }

  boolean isRunning() {
    return running != null;
  }

  /** What is left; all of it while it has not started. */
  Duration left() {
    return Duration.ofNanos(running == null ? nanos : endsAt - timer.nanoTime());
  }

  void stop() {
    if (running != null) {
      running.cancel();
    }
  }
}

package dev.dialtone.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When an operation ends by itself. The caller's own runs from the start; a default runs from the
 * first byte sent, so that waiting for quota never uses it up. Confined to the engine.
 */
final class Deadline extends Ranking.Ranked {
  /** So that the difference of any two ends is a number. */
  private static final long LONGEST = Long.MAX_VALUE / 4;

  private final Task<?> task;
  private boolean started;

  /** How long it is; once it has started, when it is over. */
  private long nanos;

  Deadline(Task<?> task, Duration length) {
    this.task = task;
    this.nanos = Math.min(LONGEST, TimeUnit.NANOSECONDS.convert(length));
  }

  /** Starts the time, unless it runs. */
  void start() {
    if (!started) {
      started = true;
      nanos += task.engine.nanoTime();
      task.engine.deadlines().add(this);
    }
  }

  boolean isRunning() {
    return started;
  }

  /** What is left; all of it while it has not started. */
  Duration left() {
    return Duration.ofNanos(started ? nanos - task.engine.nanoTime() : nanos);
  }

  void stop() {
    task.engine.deadlines().remove(this);
  }

  /** By the engine's clock, once it has started. */
  long endsAt() {
    return nanos;
  }

  Task<?> task() {
    return task;
  }
}

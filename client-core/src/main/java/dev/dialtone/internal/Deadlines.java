package dev.dialtone.internal;

import dev.dialtone.error.StillInProgressException.Reason;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines that run: one wait of the timer for all of them, as one for each would weigh more
 * than the deadline. Confined to the engine; O(log n) per event.
 */
final class Deadlines {
  private final Engine engine;
  private final Ranking<Deadline> running =
      new Ranking<>((one, other) -> Long.signum(one.endsAt() - other.endsAt()));
  private @Nullable Timeout wake;
  private long wakesAt;

  Deadlines(Engine engine) {
    this.engine = engine;
  }

  void add(Deadline deadline) {
    running.add(deadline);
    sleep();
  }

  void remove(Deadline deadline) {
    if (running.remove(deadline)) {
      sleep();
    }
  }

  private void proceed() {
    stopWaiting();
    while (!running.isEmpty() && left() <= 0) {
      Task<?> task = running.first().task();
      running.remove(running.first());
      engine.guarded(task, () -> task.stop(Reason.DEADLINE)).run();
    }
    sleep();
  }

  /** Until the first is over; if that is removed, it wakes in vain. */
  private void sleep() {
    if (running.isEmpty() || running.first().endsAt() - wakesAt < 0) {
      stopWaiting();
    }
    if (wake == null && !running.isEmpty()) {
      wakesAt = running.first().endsAt();
      wake = engine.timer().after(Duration.ofNanos(left()), engine.inside(this::proceed));
    }
  }

  /** Of the first. */
  private long left() {
    return running.first().endsAt() - engine.nanoTime();
  }

  private void stopWaiting() {
    if (wake != null) {
      wake.cancel();
      wake = null;
    }
  }
}

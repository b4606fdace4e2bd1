package dev.dialtone.internal;

import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time: one daemon thread, which ends when nothing has waited for ten seconds. */
public final class SystemTimer implements Timer {
  private final ScheduledThreadPoolExecutor thread;

  /** A timer; its thread starts with the first wait. */
  public SystemTimer() {
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, "dialtone-timer");
              made.setDaemon(true);
              return made;
            });
    thread.setRemoveOnCancelPolicy(true);
    thread.setKeepAliveTime(10, TimeUnit.SECONDS);
    thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Timeout after(Duration delay, Runnable task) {
    try {
      // Saturates where Duration.toNanos() would overflow.
      long nanos = TimeUnit.NANOSECONDS.convert(delay);
      ScheduledFuture<?> waiting = thread.schedule(task, nanos, TimeUnit.NANOSECONDS);
      return () -> waiting.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

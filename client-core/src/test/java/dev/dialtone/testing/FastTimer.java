package dev.dialtone.testing;

import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Time that runs twenty times as fast, for the engine's pauses between real requests. What the SDK
 * and the adapter do, the time-out of a call included, goes by real time.
 */
public final class FastTimer implements Timer {
  private static final int FACTOR = 20;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "fast-timer");
            made.setDaemon(true);
            return made;
          });
  private final Instant beginning = Instant.now();
  private final long zero = System.nanoTime();

  @Override
  public Instant now() {
    return beginning.plusNanos(nanoTime());
  }

  @Override
  public long nanoTime() {
    return (System.nanoTime() - zero) * FACTOR;
  }

  @Override
  public Timeout after(Duration delay, Runnable task) {
    try {
      var waiting =
          thread.schedule(task, TimeUnit.NANOSECONDS.convert(delay) / FACTOR, TimeUnit.NANOSECONDS);
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

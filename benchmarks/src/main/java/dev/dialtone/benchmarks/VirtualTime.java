package dev.dialtone.benchmarks;

import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * Time that jumps from one event to the next, so an hour of waiting costs as little as its events
 * do. For one thread.
 */
final class VirtualTime implements Timer {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparingLong((Waiting task) -> task.at)
              .thenComparingLong(task -> task.number));
  private long nanos;
  private long numbers;

  private static final class Waiting implements Timeout {
    private final long at;
    private final long number;
    private Runnable task;

    Waiting(long at, long number, Runnable task) {
      this.at = at;
      this.number = number;
      this.task = task;
    }

    @Override
    public void cancel() {
      task = () -> {}; // Forgotten when its time comes; what it held is free at once.
    }
  }

  @Override
  public Instant now() {
    return START.plusNanos(nanos);
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  double seconds() {
    return nanos / 1e9;
  }

  @Override
  public Timeout after(Duration delay, Runnable task) {
    long wait = Math.max(0, TimeUnit.NANOSECONDS.convert(delay));
    var later = new Waiting(nanos + wait, numbers++, task);
    if (wait == 0) {
      task.run();
    } else {
      waiting.add(later);
    }
    return later;
  }

  /** Runs the next event; false if there is none. */
  boolean step() {
    Waiting next = waiting.poll();
    if (next == null) {
      return false;
    }
    nanos = next.at;
    next.task.run();
    return true;
  }

  @Override
  public void close() {
    waiting.clear();
  }
}

package dev.dialtone.testing;

import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Time that passes only when a test says so. Tasks run on the thread that advances it, in the order
 * of their times, and see the clock at their own time; one without a delay runs at once.
 *
 * <p>This class is thread-safe: another thread may await while one advances.
 */
public final class VirtualTimer implements Timer {
  /** An odd start, so that nobody takes the zero of the clock for the beginning. */
  private static final long START_NANOS = -7_000_000_000L;

  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private final TreeSet<Waiting> waiting =
      new TreeSet<>(
          Comparator.comparingLong((Waiting task) -> task.at)
              .thenComparingLong(task -> task.number));
  private final List<Duration> waits = new ArrayList<>();
  private long nanos = START_NANOS;
  private long numbers;
  private boolean closed;

  private final class Waiting implements Timeout {
    private final long at;
    private final long number;
    private final Runnable task;

    Waiting(long at, long number, Runnable task) {
      this.at = at;
      this.number = number;
      this.task = task;
    }

    @Override
    public void cancel() {
      synchronized (VirtualTimer.this) {
        waiting.remove(this);
      }
    }
  }

  @Override
  public synchronized Instant now() {
    return START.plusNanos(nanos - START_NANOS);
  }

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public Timeout after(Duration delay, Runnable task) {
    synchronized (this) {
      waits.add(delay);
      if (closed) {
        return () -> {};
      }
      if (!delay.isZero() && !delay.isNegative()) {
        var later = new Waiting(sum(nanos, delay), numbers++, task);
        waiting.add(later);
        notifyAll();
        return later;
      }
    }
    task.run();
    return () -> {};
  }

  /** Lets so much time pass and runs what falls due, what that makes due included. */
  public void advance(Duration time) {
    long until;
    synchronized (this) {
      until = sum(nanos, time);
    }
    for (Waiting next = due(until); next != null; next = due(until)) {
      next.task.run();
    }
    synchronized (this) {
      nanos = Math.max(nanos, until);
    }
  }

  private synchronized Waiting due(long until) {
    if (waiting.isEmpty() || waiting.first().at > until) {
      return null;
    }
    Waiting next = waiting.pollFirst();
    nanos = Math.max(nanos, next.at);
    return next;
  }

  /** The time since this timer was made. */
  public synchronized Duration elapsed() {
    return Duration.ofNanos(nanos - START_NANOS);
  }

  /** Every wait that was ever asked for, in order. */
  public synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }

  /** How many tasks wait now. */
  public synchronized int pending() {
    return waiting.size();
  }

  /** Blocks until at least so many tasks wait: another thread has got as far as its wait. */
  public synchronized void awaitPending(int atLeast) throws InterruptedException {
    while (waiting.size() < atLeast) {
      wait(10_000);
    }
  }

  /** Whether it was closed. */
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
  }

  private static long sum(long nanos, Duration time) {
    try {
      return Math.addExact(nanos, time.toNanos());
    } catch (ArithmeticException farAway) {
      return Long.MAX_VALUE;
    }
  }
}

package dev.dialtone.internal;

import dev.dialtone.model.Masked;
import dev.dialtone.spi.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real time: one daemon thread, which ends when nothing has waited for ten seconds, at the latest
 * after ten more.
 *
 * <p>Nearly every wait is given up before its time: it bounds a call that is answered. So what is
 * given up wakes nobody, nor does what is due later than the thread wakes anyway; a {@code
 * ScheduledThreadPoolExecutor} would wake its thread for each of a row of calls.
 */
public final class SystemTimer implements Timer {
  private static final Logger LOG = LoggerFactory.getLogger(SystemTimer.class);
  private static final long LONGEST_SLEEP = TimeUnit.SECONDS.toNanos(10);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition sooner = lock.newCondition();
  private final TreeSet<Waiting> waiting = new TreeSet<>();
  private @Nullable Thread thread;
  private long wakesAt;
  private long count;
  private boolean closed;

  /** A timer; its thread starts with the first wait. */
  public SystemTimer() {}

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
    // Saturates where Duration.toNanos() would overflow; half of that can be added to any time.
    long wanted = TimeUnit.NANOSECONDS.convert(delay);
    long nanos = Math.max(0, Math.min(wanted, Long.MAX_VALUE / 2));
    lock.lock();
    try {
      var entry = new Waiting(nanoTime() + nanos, count++, task);
      if (!closed) {
        add(entry);
      }
      return entry;
    } finally {
      lock.unlock();
    }
  }

  private void add(Waiting entry) {
    waiting.add(entry);
    if (thread == null) {
      thread = new Thread(this::run, "dialtone-timer");
      thread.setDaemon(true);
      thread.start();
    } else if (entry.time - wakesAt < 0) {
      sooner.signal();
    }
  }

  private void run() {
    for (Waiting due = next(); due != null; due = next()) {
      try {
        due.task.run();
      } catch (RuntimeException | Error failure) {
        // One broken task must not stop those behind it.
        LOG.error("a task failed", Masked.inThrowable(failure));
      }
    }
  }

  /** What is due; null after a whole sleep in which nothing waited. */
  private @Nullable Waiting next() {
    lock.lock();
    try {
      boolean wasEmpty = false;
      while (!closed && !(wasEmpty && waiting.isEmpty())) {
        wasEmpty = waiting.isEmpty();
        long now = nanoTime();
        long left = wasEmpty ? LONGEST_SLEEP : waiting.first().time - now;
        if (left <= 0) {
          return waiting.pollFirst();
        }
        long sleep = Math.min(left, LONGEST_SLEEP);
        wakesAt = now + sleep;
        try {
          sooner.awaitNanos(sleep);
        } catch (InterruptedException nobodysBusiness) {
          // Looks what is due, and goes on.
        }
        wakesAt = now;
      }
      thread = null;
      return null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiting.clear();
      sooner.signal();
    } finally {
      lock.unlock();
    }
  }

  private final class Waiting implements Timeout, Comparable<Waiting> {
    private final long time;
    private final long number;
    private final Runnable task;

    Waiting(long time, long number, Runnable task) {
      this.time = time;
      this.number = number;
      this.task = task;
    }

    @Override
    public void cancel() {
      lock.lock();
      try {
        waiting.remove(this);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int compareTo(Waiting other) {
      return time == other.time
          ? Long.compare(number, other.number)
          : Long.signum(time - other.time);
    }
  }
}

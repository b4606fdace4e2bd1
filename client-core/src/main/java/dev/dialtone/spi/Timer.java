package dev.dialtone.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * Time, as one seam: two clocks and a wait that holds no thread. Retries, quota, looks, deadlines
 * and {@code await} all go through it, so a test that drives it passes days in milliseconds.
 *
 * <p>Implementations are thread-safe. Tasks run on any thread, at or after their time, and must not
 * block.
 */
public interface Timer extends AutoCloseable {
  /** The wall clock, for what people and other machines read. It may jump. */
  Instant now();

  /** Nanoseconds that only grow, for measuring; the zero is arbitrary. */
  long nanoTime();

  /**
   * Runs the task once, after the delay; at once if it is zero or negative. After {@link #close()}
   * it does nothing.
   */
  Timeout after(Duration delay, Runnable task);

  /** Forgets all waiting tasks. */
  @Override
  void close();

  /** A task that waits. */
  interface Timeout {
    /** Forgets the task, unless it has begun. */
    void cancel();
  }
}

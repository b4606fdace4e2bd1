package dev.dialtone.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How many threads there are at most, from its making to its end. */
final class ThreadWatch implements AutoCloseable {
  private static final int MORE_THAN_EVER = 4_096;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "thread-watch"));
  private final String prefix;
  private volatile int mostOwn;

  /** Counts those apart whose names begin with this prefix; looks for them 20 times a second. */
  ThreadWatch(String prefix) {
    this.prefix = prefix;
    threads.resetPeakThreadCount();
    var unused = watch.scheduleAtFixedRate(this::look, 0, 50, TimeUnit.MILLISECONDS);
  }

  private void look() {
    var alive = new Thread[MORE_THAN_EVER];
    int count = Thread.enumerate(alive);
    long own =
        Arrays.stream(alive, 0, count)
            .filter(thread -> thread.getName().startsWith(prefix))
            .count();
    mostOwn = Math.max(mostOwn, (int) own);
  }

  int mostOwn() {
    return mostOwn;
  }

  /** All of this JVM but the one that watches. */
  int most() {
    return threads.getPeakThreadCount() - 1;
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}

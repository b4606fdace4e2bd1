package dev.dialtone.jdbc;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One daemon thread, which does everything in the order of asking and ends when nothing has waited
 * for ten seconds. What waits while it is busy is done together.
 *
 * <p>This class is thread-safe.
 */
final class JournalThread {
  private static final int MOST_TOGETHER = 250;

  private final Transactions transactions;
  private final ThreadPoolExecutor executor;
  private final Queue<Work<?>> waiting = new ArrayDeque<>();
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private volatile @Nullable Thread thread;
  private boolean busy;
  private boolean closed;

  JournalThread(Transactions transactions) {
    this.transactions = transactions;
    this.executor =
        new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::made);
    executor.allowCoreThreadTimeOut(true);
  }

  private Thread made(Runnable task) {
    Thread made = new Thread(task, "dialtone-journal");
    made.setDaemon(true);
    thread = made;
    return made;
  }

  <T> CompletableFuture<T> submit(Deed<T> deed) {
    var work = new Work<>(deed);
    synchronized (this) {
      if (closed) {
        return CompletableFuture.failedFuture(new Refusal("the journal is closed"));
      }
      waiting.add(work);
      if (!busy) {
        busy = true;
        executor.execute(this::drain);
      }
    }
    return work.stage();
  }

  private void drain() {
    for (List<Work<?>> next = next(); !next.isEmpty(); next = next()) {
      transactions.run(next);
    }
  }

  private synchronized List<Work<?>> next() {
    List<Work<?>> next = new ArrayList<>();
    while (!waiting.isEmpty() && next.size() < MOST_TOGETHER) {
      next.add(waiting.remove());
    }
    busy = !next.isEmpty();
    return next;
  }

  /** Takes no more, and waits at most this long for what was asked for. */
  void close(Duration atMost) {
    synchronized (this) {
      if (!closed) {
        closed = true;
        executor.execute(this::end);
        executor.shutdown();
      }
    }
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      ended.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unfinished) {
      // The thread goes on as long as the process does; its stages tell.
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    transactions.end();
    ended.complete(null);
  }
}

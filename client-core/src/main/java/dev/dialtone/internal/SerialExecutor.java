package dev.dialtone.internal;

import dev.dialtone.model.Masked;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after the other, in the order in which they came. State that is touched only
 * inside needs no other guard.
 *
 * <p>Made {@linkplain #whereTheyArrive where they arrive}, it has no thread: whoever brings the
 * first task runs it, without a lock or a hand-over. So that nobody works for others without end,
 * it passes the rest on after {@value #MOST_IN_A_ROW} tasks.
 *
 * <p>This class is thread-safe.
 */
final class SerialExecutor implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);
  private static final int MOST_IN_A_ROW = 128;

  private final Executor first;
  private final Consumer<Runnable> rest;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger pending = new AtomicInteger();

  private SerialExecutor(Executor first, Consumer<Runnable> rest) {
    this.first = first;
    this.rest = rest;
  }

  /** Runs tasks on the threads of another executor. */
  static SerialExecutor on(Executor threads) {
    return new SerialExecutor(threads, threads::execute);
  }

  /** Runs tasks on the thread that brings them, and what is too much for it elsewhere. */
  static SerialExecutor whereTheyArrive(Consumer<Runnable> elsewhere) {
    return new SerialExecutor(Runnable::run, elsewhere);
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (pending.getAndIncrement() == 0) {
      first.execute(this::drain);
    }
  }

  private void drain() {
    for (int run = 0; run < MOST_IN_A_ROW; run++) {
      Runnable task = tasks.poll();
      if (task != null) {
        run(task);
      }
      if (pending.decrementAndGet() == 0) {
        return;
      }
    }
    rest.accept(this::drain);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      // One broken task must not stop those behind it.
      LOG.error("a task failed", Masked.inThrowable(failure));
    }
  }
}

package dev.dialtone.aws;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What is under way, and when its time is over. All share one wait, for whoever is first: a wait
 * for each would wake the JDK's thread for time-outs with nearly every call. This class is
 * thread-safe.
 */
final class TimeLimits {
  private final Set<Sending<?, ?>> underway = ConcurrentHashMap.newKeySet();
  private boolean waiting;
  private long waitingUntil;

  /** Told once its time is over, unless it is taken out before. */
  void add(Sending<?, ?> sending) {
    underway.add(sending);
    waitFor(sending.endsAt());
  }

  void remove(Sending<?, ?> sending) {
    underway.remove(sending);
  }

  void forEach(Consumer<Sending<?, ?>> action) {
    underway.forEach(action);
  }

  private synchronized void waitFor(long time) {
    if (!waiting || time - waitingUntil < 0) {
      waiting = true;
      waitingUntil = time;
      CompletableFuture.delayedExecutor(time - System.nanoTime(), NANOSECONDS, Runnable::run)
          .execute(() -> look(time));
    }
  }

  /** A wait that an earlier one has overtaken looks too, and finds nothing. */
  private void look(long time) {
    synchronized (this) {
      waiting &= time != waitingUntil;
    }
    long now = System.nanoTime();
    underway.stream().filter(sending -> sending.endsAt() - now <= 0).forEach(Sending::late);
    underway.stream()
        .mapToLong(Sending::endsAt)
        .reduce((one, other) -> one - other < 0 ? one : other)
        .ifPresent(this::waitFor);
  }
}

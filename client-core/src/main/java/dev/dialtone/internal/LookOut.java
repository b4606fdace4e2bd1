package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.QuotaGate.Reservation;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of one API operation's budget that wait to be looked at. Each says when it is due; as
 * long as the budget lasts it is looked at then. When it does not, the least recently looked at
 * goes first: who gets a permit is decided when the permit is there.
 *
 * <p>Confined to the engine; O(log n) per event.
 */
final class LookOut {
  private static final Duration FIRST = Duration.ofMillis(500);

  /** A number that waits to be looked at. */
  static final class Watch {
    private final Runnable look;
    private final long number;
    private long lastLookAt;
    private long dueAt;

    private Watch(Runnable look, long number, long now) {
      this.look = look;
      this.number = number;
      this.lastLookAt = now;
    }
  }

  private final Engine engine;
  private final QuotaGate.Key key;
  private final TreeSet<Watch> waiting =
      new TreeSet<>(
          Comparator.comparingLong((Watch watch) -> watch.dueAt)
              .thenComparingLong(watch -> watch.number));
  private final TreeSet<Watch> due =
      new TreeSet<>(
          Comparator.comparingLong((Watch watch) -> watch.lastLookAt)
              .thenComparingLong(watch -> watch.number));
  private long numbers;
  private @Nullable Reservation reservation;
  private long places;
  private @Nullable Timeout wake;
  private long wakesAt;

  LookOut(Engine engine, QuotaGate.Key key) {
    this.engine = engine;
    this.key = key;
  }

  /** Watches a number from now on; {@code look} runs, with a permit, each time it is its turn. */
  Watch watch(Runnable look) {
    Watch watch = new Watch(look, numbers++, now());
    again(watch, FIRST);
    return watch;
  }

  /** Looks at it again after so long. */
  void again(Watch watch, Duration in) {
    watch.dueAt = now() + TimeUnit.NANOSECONDS.convert(in);
    waiting.add(watch);
    proceed();
  }

  /** When it is next due, by the wall clock. */
  Instant dueAt(Watch watch) {
    return engine.timer().now().plusNanos(watch.dueAt - now());
  }

  /** Looks at it no more. */
  void forget(Watch watch) {
    waiting.remove(watch);
    due.remove(watch);
    if (due.isEmpty() && reservation != null) {
      reservation.giveBack();
      reservation = null;
    }
  }

  private void proceed() {
    long now = now();
    while (!waiting.isEmpty() && waiting.first().dueAt - now <= 0) {
      due.add(waiting.pollFirst());
    }
    if (!due.isEmpty() && reservation == null) {
      long place = ++places;
      reservation =
          engine.gate().reserve(key, QuotaGate.Priority.LOOK, engine.inside(() -> granted(place)));
    }
    if (!waiting.isEmpty()) {
      wakeAt(waiting.first().dueAt, now);
    }
  }

  private void wakeAt(long dueAt, long now) {
    if (wake != null && wakesAt - dueAt <= 0 && wakesAt - now > 0) {
      return;
    }
    if (wake != null) {
      wake.cancel();
    }
    wakesAt = dueAt;
    wake = engine.timer().after(Duration.ofNanos(dueAt - now), engine.inside(this::proceed));
  }

  private void granted(long place) {
    Reservation permit = reservation;
    if (permit == null || place != places) {
      return; // Given back by forget() while the grant was on its way.
    }
    reservation = null;
    Watch watch = due.pollFirst();
    if (watch == null) {
      permit.giveBack();
    } else {
      watch.lastLookAt = now();
      watch.look.run();
    }
    proceed();
  }

  private long now() {
    return engine.timer().nanoTime();
  }
}

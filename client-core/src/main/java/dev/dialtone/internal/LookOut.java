package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.QuotaGate.Reservation;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
  private static final long FIRST_IN_CROWD = TimeUnit.SECONDS.toNanos(1);
  private static final long BETWEEN_COUNTS = TimeUnit.SECONDS.toNanos(1);

  /** A way to look at many numbers with few calls. */
  interface Together {
    /** Whether that costs less than so many looks. */
    boolean pays(int looks);

    /** Looks at one of them so; {@code leftOut} is run if it must be looked at for itself. */
    void look(Runnable leftOut);
  }

  /** A number that waits to be looked at. */
  static final class Watch {
    private final Consumer<Reservation> look;
    private final @Nullable Together together;
    private final @Nullable Execution<?, ?> hinted;
    private final long number;
    private final long since;
    private long lastLookAt;
    private long dueAt;
    private boolean away;
    private boolean alone;
    private boolean lookedAt;
    private boolean withHint;
    private boolean byHint;
    private boolean wasHinted;

    private Watch(
        Consumer<Reservation> look,
        @Nullable Together together,
        @Nullable Execution<?, ?> hinted,
        long number,
        long now) {
      this.look = look;
      this.together = together;
      this.hinted = hinted;
      this.number = number;
      this.since = now;
      this.lastLookAt = now;
    }

    /** Whose it is, if a list may tell of it. */
    @Nullable Execution<?, ?> hinted() {
      return hinted;
    }

    /** Whether there was a hint when it was looked at: there is only one of each. */
    boolean wasHinted() {
      return wasHinted;
    }

    /** Never looked at, and so young that in a crowd it waits. */
    private boolean isTooNew() {
      return lastLookAt == since && dueAt - since < FIRST_IN_CROWD;
    }

    /** Nearly due: a look now is no waste. */
    private boolean isRipe(long now) {
      return together != null && !alone && (now - lastLookAt) / 4 >= (dueAt - lastLookAt) / 5;
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
  private final Crowd crowd;
  private @Nullable ListHints hints;
  private long numbers;
  private @Nullable Reservation reservation;
  private long places;
  private @Nullable Timeout wake;
  private long wakesAt;
  private long countedAt;

  LookOut(Engine engine, QuotaGate.Key key) {
    this.engine = engine;
    this.key = key;
    this.crowd = new Crowd(() -> engine.gate().budget(key));
    this.countedAt = now() - BETWEEN_COUNTS;
  }

  /**
   * Watches a number from now on; {@code look} runs, with a permit, each time it is its turn,
   * unless it is looked at together with others.
   */
  Watch watch(
      Consumer<Reservation> look, @Nullable Together together, @Nullable Execution<?, ?> hinted) {
    Watch watch = new Watch(look, together, hinted, numbers++, now());
    crowd.joins();
    if (hinted != null && hints == null) {
      hints = new ListHints(engine, key, hinted.operation().hintKey(), new Waiting());
    }
    again(watch, FIRST);
    return watch;
  }

  /** Looks at it again after so long. */
  void again(Watch watch, Duration in) {
    if (watch.away) {
      watch.away = false;
      watch.lastLookAt = now();
    }
    found(watch, false);
    watch.dueAt = now() + TimeUnit.NANOSECONDS.convert(in);
    waiting.add(watch);
    proceed();
  }

  /** Not longer than this need it wait from look to look; there is a budget for that. */
  Duration longestPause(Watch watch) {
    return watch.together == null ? crowd.longestPause(now() - watch.since) : Crowd.FOREVER;
  }

  /** When it is next due, by the wall clock. */
  Instant dueAt(Watch watch) {
    return engine.timer().now().plusNanos(watch.dueAt - now());
  }

  /** Looks at it no more. */
  void forget(Watch watch) {
    found(watch, true);
    if (hints != null) {
      hints.forget(watch);
    }
    crowd.leaves();
    watch.away = false;
    waiting.remove(watch);
    due.remove(watch);
    if (due.isEmpty() && reservation != null) {
      reservation.giveBack();
      reservation = null;
    }
  }

  /** The look at it, if there was one, has found it settled, or has not. */
  private void found(Watch watch, boolean settled) {
    if (watch.lookedAt && hints != null) {
      hints.found(watch.withHint, watch.byHint, settled);
    }
    watch.lookedAt = false;
    watch.withHint = false;
    watch.byHint = false;
  }

  private void proceed() {
    long now = now();
    while (!waiting.isEmpty() && waiting.first().dueAt - now <= 0) {
      Watch watch = waiting.pollFirst();
      if (watch.isTooNew() && crowd.isDense()) {
        watch.dueAt = watch.since + FIRST_IN_CROWD;
        waiting.add(watch);
      } else {
        due.add(watch);
      }
    }
    lookTogether(now);
    if (reservation == null && somebodyIsNext(now)) {
      long place = ++places;
      reservation =
          engine.gate().reserve(key, QuotaGate.Priority.LOOK, engine.inside(() -> granted(place)));
    }
    wakeForNext(now);
  }

  private boolean somebodyIsNext(long now) {
    return (hints != null && hints.hasNext()) || (!due.isEmpty() && !sparesBlindLooks(now));
  }

  private boolean sparesBlindLooks(long now) {
    return hints != null && crowd.wasDense() && hints.sparesBlindLooks(now);
  }

  private void wakeForNext(long now) {
    if (!waiting.isEmpty()) {
      wakeAt(waiting.first().dueAt, now);
    }
    if (hints != null && crowd.wasDense()) {
      wakeAt(hints.readInTime(now), now);
      if (!due.isEmpty() && hints.sparesBlindLooks(now)) {
        wakeAt(hints.nextBlindAt(), now);
      }
    }
  }

  /** Those who are due, and those who soon are, if that spares calls. */
  private void lookTogether(long now) {
    if (now - countedAt < BETWEEN_COUNTS || due.stream().noneMatch(watch -> watch.isRipe(now))) {
      return;
    }
    List<Watch> ripe =
        Stream.concat(due.stream(), waiting.stream()).filter(watch -> watch.isRipe(now)).toList();
    if (requireNonNull(ripe.get(0).together).pays(ripe.size())) {
      ripe.forEach(this::sendAway);
    } else {
      countedAt = now;
    }
  }

  private void sendAway(Watch watch) {
    waiting.remove(watch);
    due.remove(watch);
    watch.away = true;
    requireNonNull(watch.together).look(() -> leftOut(watch));
  }

  /** It gets a look of its own before it is looked at together again. */
  private void leftOut(Watch watch) {
    if (watch.away) {
      watch.away = false;
      watch.alone = true;
      due.add(watch);
      proceed();
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
    Watch watch = next(now());
    if (watch == null) {
      permit.giveBack();
    } else {
      watch.lastLookAt = now();
      watch.alone = false;
      watch.lookedAt = true;
      watch.look.accept(permit);
    }
    proceed();
  }

  /** Whose turn it is, who waits no more. */
  private @Nullable Watch next(long now) {
    boolean othersWait = !due.isEmpty() && !sparesBlindLooks(now);
    Watch watch = hints == null ? null : hints.next(othersWait, now);
    if (watch != null) {
      watch.byHint = true;
      waiting.remove(watch);
      due.remove(watch);
    } else if (othersWait) {
      watch = due.pollFirst();
    }
    if (watch != null && hints != null) {
      watch.withHint = hints.forget(watch);
      watch.wasHinted |= watch.withHint;
    }
    return watch;
  }

  /** Those who wait, for hints. */
  private final class Waiting implements ListHints.Crowd {
    @Override
    public Stream<Watch> all() {
      return Stream.concat(due.stream(), waiting.stream());
    }

    @Override
    public boolean waits(Watch watch) {
      return waiting.contains(watch) || due.contains(watch);
    }

    @Override
    public void proceed() {
      LookOut.this.proceed();
    }
  }

  private long now() {
    return engine.timer().nanoTime();
  }
}

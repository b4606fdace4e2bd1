package dev.dialtone.internal;

import static java.util.Objects.requireNonNull;

import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.QuotaGate.Reservation;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

  /** In the time of so many looks at each, hints or not, each has its turn. */
  private static final int LONGEST_SPARED = 6;

  /** A way to look at many numbers with few calls. */
  interface Together {
    /** Whether that costs less than so many looks. */
    boolean pays(int looks);

    /** Looks at one of them so; {@code leftOut} is run if it must be looked at for itself. */
    void look(Runnable leftOut);
  }

  /** A number that waits to be looked at; whoever waits for it says how. */
  abstract static class Watch extends Ranking.Ranked {
    private @Nullable Together together;
    private long number;
    private long since;
    private long lastLookAt;
    private long dueAt;
    private boolean away;
    private boolean alone;
    private boolean lookedAt;
    private boolean withHint;
    private boolean byHint;
    private boolean wasHinted;

    /** It is its turn: looks once. */
    abstract void look(Reservation permit);

    /** When it is next due, by the engine's clock. */
    final long dueAt() {
      return dueAt;
    }

    /** For how long it is watched, in nanoseconds. */
    final long age(long now) {
      return now - since;
    }

    /** Whose it is, if a list may tell of it; null if none does. */
    abstract @Nullable Execution<?, ?> hinted();

    /** Whether there was a hint when it was looked at: there is only one of each. */
    final boolean wasHinted() {
      return wasHinted;
    }

    /** Never looked at, and so young that in a crowd it waits. */
    private boolean isTooNew() {
      return lastLookAt == since && dueAt - since < FIRST_IN_CROWD;
    }

    private boolean goesTogether() {
      return together != null && !alone;
    }

    /** Nearly due: a look now is no waste. */
    private boolean isRipe(long now) {
      return goesTogether() && (now - lastLookAt) / 4 >= (dueAt - lastLookAt) / 5;
    }
  }

  private final Engine engine;
  private final QuotaGate.Key key;
  private final Ranking<Watch> waiting =
      new Ranking<>(
          Comparator.comparingLong((Watch watch) -> watch.dueAt)
              .thenComparingLong(watch -> watch.number));
  private final Ranking<Watch> due =
      new Ranking<>(
          Comparator.comparingLong((Watch watch) -> watch.lastLookAt)
              .thenComparingLong(watch -> watch.number));
  private final Crowd crowd;
  private @Nullable ListHints hints;

  /** How many of those that are due could be looked at together. */
  private int dueTogether;

  private long numbers;
  private @Nullable Reservation reservation;
  private long places;
  private @Nullable Timeout wake;
  private long wakesAt;
  private long countedAt;

  LookOut(Engine engine, QuotaGate.Key key) {
    this.engine = engine;
    this.key = key;
    this.crowd = new Crowd(() -> engine.budget(key));
    this.countedAt = now() - BETWEEN_COUNTS;
  }

  /**
   * Watches a number from now on; it looks, with a permit, each time it is its turn, unless it is
   * looked at together with others.
   */
  void watch(Watch watch, @Nullable Together together) {
    watch.together = together;
    watch.number = numbers++;
    watch.since = now();
    watch.lastLookAt = watch.since;
    crowd.joins();
    Execution<?, ?> hinted = watch.hinted();
    if (hinted != null && hints == null) {
      hints = new ListHints(engine, key, hinted.operation().hintKey(), new Waiting());
    }
    again(watch, FIRST);
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
    return watch.together == null ? crowd.longestPause(watch.age(now())) : Crowd.FOREVER;
  }

  /** Looks at it no more. */
  void forget(Watch watch) {
    found(watch, true);
    if (hints != null) {
      hints.forget(watch);
    }
    crowd.leaves();
    watch.away = false;
    takeOut(watch);
    if (due.isEmpty() && reservation != null && (hints == null || !hints.hasNext())) {
      reservation.giveBack();
      reservation = null;
    }
    if (due.isEmpty() && waiting.isEmpty() && wake != null) {
      wake.cancel();
      wake = null;
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
      Watch watch = waiting.first();
      waiting.remove(watch);
      if (watch.isTooNew() && crowd.isDense()) {
        watch.dueAt = watch.since + FIRST_IN_CROWD;
        waiting.add(watch);
      } else {
        putIn(watch);
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

  /** One of those that are due at least must be there. However good hints are, nobody starves. */
  private boolean sparesBlindLooks(long now) {
    return hints != null
        && crowd.wasDense()
        && hints.sparesBlindLooks(now)
        && now - due.first().lastLookAt < LONGEST_SPARED * crowd.roundSeconds() * 1e9;
  }

  private void wakeForNext(long now) {
    if (!waiting.isEmpty()) {
      wakeAt(waiting.first().dueAt, now);
    }
    if (hints != null && crowd.wasDense()) {
      wakeAt(hints.readInTime(now), now);
      if (!due.isEmpty() && sparesBlindLooks(now)) {
        wakeAt(hints.nextBlindAt(), now);
      }
    }
  }

  /** It is due. */
  private void putIn(Watch watch) {
    due.add(watch);
    dueTogether += watch.goesTogether() ? 1 : 0;
  }

  /** It is due no more, and not going to be. */
  private void takeOut(Watch watch) {
    waiting.remove(watch);
    if (due.remove(watch)) {
      dueTogether -= watch.goesTogether() ? 1 : 0;
    }
  }

  /** Those who are due, and those who soon are, if that spares calls. */
  private void lookTogether(long now) {
    if (dueTogether == 0 || now - countedAt < BETWEEN_COUNTS) {
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
    takeOut(watch);
    watch.away = true;
    requireNonNull(watch.together).look(() -> leftOut(watch));
  }

  /** It gets a look of its own before it is looked at together again. */
  private void leftOut(Watch watch) {
    if (watch.away) {
      watch.away = false;
      watch.alone = true;
      putIn(watch);
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
      takeOut(watch);
      watch.lastLookAt = now();
      watch.alone = false;
      watch.lookedAt = true;
      watch.look(permit);
    }
    proceed();
  }

  /** Whose turn it is. */
  private @Nullable Watch next(long now) {
    boolean othersWait = !due.isEmpty() && !sparesBlindLooks(now);
    Watch watch = hints == null ? null : hints.next(othersWait, now);
    if (watch != null) {
      watch.byHint = true;
    } else if (othersWait) {
      watch = due.first();
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
      return watch.hasPlace();
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

package dev.dialtone.internal;

import dev.dialtone.error.AccessDeniedException;
import dev.dialtone.internal.LookOut.Watch;
import dev.dialtone.spi.QuotaGate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who of a crowd is looked at next because a list shows it as changed. Only the look decides. What
 * the list is worth is judged by its {@link Lift}: at first nothing follows from it. If those that
 * it shows are found changed more often than those whose turn it is, they go first, and if far more
 * often, others are looked at only now and then; if not, no list is read for half a minute, then a
 * minute, at most for an hour.
 *
 * <p>The list has a quota of its own, of which this takes half at most. Confined to the engine.
 */
final class ListHints {
  private static final double WORTH_FOLLOWING = 1.15;
  private static final double WORTH_WAITING_FOR = 2;

  /** So many changes that the list did not show: it shows none, or too late. */
  private static final int MISSED = 20;

  private static final double SHARE_OF_BLIND_LOOKS = 0.02;
  private static final double SHARE_OF_LISTS = 0.5;
  private static final long SHORTEST_ROUND = TimeUnit.MILLISECONDS.toNanos(100);

  /** With ever so many waiting, to go through them is not free either. */
  private static final long ROUND_EACH = TimeUnit.MICROSECONDS.toNanos(10);

  private static final int FEWEST = 10;
  private static final long SHORTEST_REST = TimeUnit.SECONDS.toNanos(30);
  private static final long LONGEST_REST = TimeUnit.HOURS.toNanos(1);

  /** Those who wait. */
  interface Crowd {
    Stream<Watch> all();

    boolean waits(Watch watch);

    /** There may be somebody to look at. */
    void proceed();
  }

  private final Engine engine;
  private final QuotaGate.Key lookKey;
  private final QuotaGate.Key listKey;
  private final Crowd crowd;
  private final Lift lift = new Lift();
  private final Set<Watch> hinted = new LinkedHashSet<>();
  private boolean reading;
  private long nextRoundAt;
  private long nextBlindAt;
  private long rest = SHORTEST_REST;
  private boolean foundUnlisted;

  /**
   * Too few wait of whom a list may still tell: it is not read, so there is nothing to spare for.
   */
  private boolean tooFew;

  private int rounds;
  private int missed;

  ListHints(Engine engine, QuotaGate.Key lookKey, QuotaGate.Key listKey, Crowd crowd) {
    this.engine = engine;
    this.lookKey = lookKey;
    this.listKey = listKey;
    this.crowd = crowd;
    this.nextRoundAt = engine.nanoTime() + SHORTEST_ROUND;
    this.nextBlindAt = engine.nanoTime();
  }

  /** Reads the list if it is time to; returns when it will be. */
  long readInTime(long now) {
    if (!reading && now - nextRoundAt >= 0 && !engine.isClosed()) {
      read(now);
    }
    return reading ? now + LONGEST_REST : nextRoundAt;
  }

  /** Whether somebody is to be looked at because of a hint. */
  boolean hasNext() {
    return lift.isKnown() && !hinted.isEmpty();
  }

  /** Whether those without a hint must wait, and not only for those with one. */
  boolean sparesBlindLooks(long now) {
    return lift.isKnown()
        && lift.factor() >= WORTH_WAITING_FOR
        && !foundUnlisted
        && !tooFew
        && now - nextBlindAt < 0;
  }

  /** When the next is looked at without regard to hints, however good these are. */
  long nextBlindAt() {
    return nextBlindAt;
  }

  /** Who is looked at now because of a hint; null if it is the turn of somebody else. */
  @Nullable Watch next(boolean othersWait, long now) {
    if (hasNext() && !(othersWait && now - nextBlindAt >= 0)) {
      return hinted.iterator().next();
    }
    if (othersWait) {
      long pause = (long) (1e9 / (SHARE_OF_BLIND_LOOKS * rate(lookKey)));
      nextBlindAt = now + Math.min(LONGEST_REST, pause);
    }
    return null;
  }

  /** What a look has found at one that was hinted at or not, and was chosen for that or not. */
  void found(boolean wasHinted, boolean byHint, boolean changed) {
    lift.note(wasHinted, byHint, changed);
    if (!wasHinted) {
      foundUnlisted = changed; // There may be more of whom no list tells.
      missed += changed && rounds > 0 ? 1 : 0;
    }
    if (!lift.isKnown()) {
      if (missed >= MISSED) {
        rest();
      }
    } else if (lift.factor() < WORTH_FOLLOWING) {
      rest();
    } else {
      rest = SHORTEST_REST;
    }
  }

  /** It is looked at, or waits no more; true if a list has shown it. */
  boolean forget(Watch watch) {
    return hinted.remove(watch);
  }

  private void rest() {
    nextRoundAt = engine.nanoTime() + rest;
    rest = Math.min(LONGEST_REST, 2 * rest);
    lift.forgetHints();
    hinted.clear();
    rounds = 0;
    missed = 0;
  }

  private double rate(QuotaGate.Key key) {
    return engine
        .budget(key)
        .map(QuotaGate.Budget::permitsPerSecond)
        .orElse(LearnedRate.AT_FIRST.permitsPerSecond());
  }

  private void read(long now) {
    List<Watch> all = crowd.all().toList();
    List<Watch> unhinted = all.stream().filter(this::mayBeHinted).toList();
    nextRoundAt = now + Math.max(SHORTEST_ROUND, all.size() * ROUND_EACH);
    tooFew = unhinted.size() < FEWEST;
    if (!tooFew) {
      reading = true;
      new HintRound(unhinted, this::hint, (pages, failure) -> ended(now, pages, failure)).begin();
    }
  }

  private boolean mayBeHinted(Watch watch) {
    return watch.hinted() != null && !watch.wasHinted() && !hinted.contains(watch);
  }

  private void hint(Watch watch) {
    if (crowd.waits(watch)) {
      missed = 0;
      hinted.add(watch);
    }
  }

  private void ended(long begunAt, int pages, @Nullable Throwable failure) {
    reading = false;
    rounds++;
    if (failure != null) {
      rest = failure instanceof AccessDeniedException ? LONGEST_REST : rest;
      rest();
    } else {
      double seconds = pages / (SHARE_OF_LISTS * rate(listKey));
      nextRoundAt = Math.max(nextRoundAt, begunAt + (long) (seconds * 1e9));
    }
    crowd.proceed();
  }
}

package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Budget;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Permits of a quota that nobody told. Until the service refuses something, ever more requests are
 * let out at once: each answer lets out the next, and so many answers one more. The first refusals
 * tell the burst, and how many are accepted between one and the next, over the time between them,
 * the rate: the service's bucket was empty at both. From then on this is a bucket of a little less,
 * whose rate creeps up as long as it keeps somebody waiting.
 */
final class LearnedPermits implements Permits {
  private static final Budget AT_FIRST = new Budget(2, 5);

  /** One more at once after each so many answers: of what is out, all may be refused at once. */
  private static final double ANSWERS_FOR_ONE_MORE = 30;

  private static final double BELOW_THE_ESTIMATE = 0.97;

  /** What is known of the rate, and how fast it grows with each permit that was waited for. */
  private enum Trust {
    /** Nothing: it doubles in a second, or in fourteen permits if these take longer. */
    NONE {
      @Override
      double growth(double rate) {
        return Math.min(0.05, 0.7 / rate);
      }
    },
    /** Seen in a moment. */
    GLIMPSED {
      @Override
      double growth(double rate) {
        return 5e-4;
      }
    },
    /** Counted over a hundred requests or more. */
    MEASURED {
      @Override
      double growth(double rate) {
        return 5e-5;
      }
    };

    abstract double growth(double rate);
  }

  /** A burst is seldom more than what so many seconds allow: a rate to begin with. */
  private static final double LIKELY_BURST_SECONDS = 10;

  private static final int TELLS_SOMETHING = 10;
  private static final int TELLS_ALL = 100;

  /**
   * However often it is refused, it asks once in ten seconds: or a quota that others used up would
   * be given up for hours.
   */
  private static final double LEAST = 0.1;

  /** How fast a rate that was measured grows back after a refusal that told nothing of it. */
  private static final double BACK = 0.05;

  /** What is left of a burst in which something was refused. */
  private static final double LESS_BURST = 0.8;

  /** In less time than this nothing can be counted. */
  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(1);

  private static final long IDLE = TimeUnit.SECONDS.toNanos(1);

  private boolean begun;
  private boolean found;
  private Trust trust = Trust.NONE;
  private double rate = AT_FIRST.permitsPerSecond();

  /** The rate that was measured before it was halved on no evidence; 0 if it was not. */
  private double rateBefore;

  private double burst = AT_FIRST.burst();
  private double saved;
  private long savedAt;
  private long pausedUntil;
  private boolean paused;
  private boolean waited;

  /** Granted and not left; left and not answered; of these, those out at the last back-off. */
  private int held;

  private int out;
  private int outAtBackOff;
  private int refused;

  /** Taken by the service since then. */
  private int accepted;

  private long since;

  /** Since then some of the quota may have gone unused. */
  private boolean idled;

  private int acceptedBefore;
  private long firstRefusedAt;
  private long endedAt;

  @Override
  public long take(long now) {
    boolean backsOff = outAtBackOff > 0 && now - firstRefusedAt < IDLE;
    // What is out will soon tell how it stands.
    long wait = backsOff ? IDLE : found ? untilSaved(now) : untilAnswered(now);
    if (wait > 0) {
      waited = true;
      return wait;
    }
    if (found && waited) {
      grow();
    }
    waited = false;
    held++;
    return 0;
  }

  private void grow() {
    if (rate < rateBefore) {
      rate = Math.min(rateBefore, rate * (1 + BACK));
    } else {
      rate *= 1 + trust.growth(rate);
    }
  }

  private long untilAnswered(long now) {
    if (!begun || (held + out == 0 && now - endedAt > IDLE)) {
      begun = true;
      accepted = 0;
      since = now;
    }
    boolean full = held + out >= AT_FIRST.burst() + accepted / ANSWERS_FOR_ONE_MORE;
    return full ? IDLE : 0; // Or sooner, when one is answered.
  }

  private long untilSaved(long now) {
    if (paused && pausedUntil - now > 0) {
      return pausedUntil - now;
    }
    paused = false;
    refill(now);
    double missing = 1 - (saved - held);
    return missing <= 0 ? 0 : (long) Math.ceil(missing / rate * 1e9);
  }

  private void refill(long now) {
    saved += (now - savedAt) / 1e9 * rate;
    savedAt = now;
    if (saved >= burst) {
      saved = burst;
      idled = true;
    }
  }

  @Override
  public void left(long takenNanos, long now) {
    refill(now);
    held--;
    out++;
    saved--;
  }

  @Override
  public void ended(long now) {
    out--;
    endedAt = now;
    if (refused > 0) {
      refused--;
    } else {
      accepted++;
    }
    oneLessOut(now);
  }

  private void oneLessOut(long now) {
    if (outAtBackOff > 0 && --outAtBackOff == 0 && !found) {
      settle(now);
    }
  }

  @Override
  public void giveBack(long now) {
    held--;
    oneLessOut(now);
  }

  /** One is refused, and ends next. Those that were out with it tell the same once more. */
  @Override
  public void hold(long now, Duration pause) {
    refused++;
    if (outAtBackOff == 0) {
      backOff(now);
    }
    saved = 0;
    savedAt = now;
    long until = now + TimeUnit.NANOSECONDS.convert(pause);
    if (!paused || until - pausedUntil > 0) {
      paused = true;
      pausedUntil = until;
    }
  }

  private void backOff(long now) {
    if (found) {
      estimate(now);
    } else {
      acceptedBefore = accepted;
      accepted = 0;
    }
    firstRefusedAt = now;
    outAtBackOff = out + held;
  }

  private void estimate(long now) {
    boolean few = accepted < TELLS_SOMETHING || now - since < MOMENT;
    double counted = few ? 0 : accepted / ((now - since) / 1e9) * BELOW_THE_ESTIMATE;
    boolean tells = !idled && counted >= rate / 2;
    if (tells) {
      rate = counted;
      rateBefore = 0;
      trust = accepted < TELLS_ALL ? Trust.GLIMPSED : Trust.MEASURED;
    } else {
      halve(few);
    }
    if (idled || (!few && (!tells || trust == Trust.MEASURED))) {
      since = now;
      accepted = 0;
      idled = false;
    }
  }

  /**
   * Others took some of it, for now or for good, or it saves up less than was believed. If it was
   * for good, the rate does not come back to where it was before it is refused and counted.
   */
  private void halve(boolean few) {
    boolean known = idled || trust == Trust.MEASURED;
    if (known && !(few && rateBefore > 0)) {
      rateBefore = rate;
    }
    rate = Math.max(LEAST, rate / 2);
    if (idled) {
      burst = Math.max(AT_FIRST.burst(), burst * LESS_BURST);
    }
    distrust();
  }

  /** Nobody has less by default: likely others took it for a while, and it grows back soon. */
  private void distrust() {
    if (rate < AT_FIRST.permitsPerSecond()) {
      trust = Trust.NONE;
    }
  }

  /**
   * What was taken while the first refusals came tells the rate, and what came before, the burst.
   */
  private void settle(long now) {
    found = true;
    double seconds = (now - firstRefusedAt) / 1e9;
    if (accepted > 2 && now - firstRefusedAt >= MOMENT) {
      rate = Math.max(rate, accepted / seconds);
      trust = Trust.GLIMPSED;
    } else {
      rate = Math.max(rate, acceptedBefore / LIKELY_BURST_SECONDS);
    }
    double earlier = (firstRefusedAt - since) / 1e9;
    burst = Math.max(AT_FIRST.burst(), acceptedBefore - earlier * rate);
    since = firstRefusedAt;
    saved = 0;
    savedAt = now;
    idled = false;
  }

  @Override
  public Budget budget() {
    return new Budget(rate, (int) burst);
  }
}

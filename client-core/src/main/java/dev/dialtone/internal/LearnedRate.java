package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Budget;
import java.util.concurrent.TimeUnit;

/**
 * What is believed of a quota that nobody told. How many requests are accepted between one refusal
 * and the next, over the time between them, is the rate if the service's bucket was empty at both.
 * From then on it creeps up as long as somebody is kept waiting.
 */
final class LearnedRate {
  /** What an account has by default. */
  static final Budget AT_FIRST = new Budget(2, 5);

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

  /** How fast a rate that was known grows back after a refusal that told nothing of it. */
  private static final double BACK = 0.05;

  /** The longer nothing is refused, the faster it grows: twice as fast after each so many. */
  private static final double DOUBLES_GROWTH = 500;

  private static final double FASTEST_GROWTH = 0.05;

  /**
   * What is left of a burst in which something was refused, and what becomes of one that was not.
   */
  private static final double LESS_BURST = 0.8;

  private static final double MORE_BURST = 1.02;

  /** A burst is seldom more than what so many seconds allow: a rate to begin with. */
  private static final double LIKELY_BURST_SECONDS = 10;

  private static final int TELLS_SOMETHING = 10;
  private static final int TELLS_ALL = 100;

  /**
   * However often it is refused, it asks once in ten seconds: or a quota that others used up would
   * be given up for hours.
   */
  private static final double LEAST = 0.1;

  /** In less time than this nothing can be counted. */
  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(1);

  private Trust trust = Trust.NONE;
  private double rate = AT_FIRST.permitsPerSecond();
  private double burst = AT_FIRST.burst();

  /** The rate that was known before it was halved on no evidence; 0 if it was not. */
  private double rateBefore;

  private long since;
  private int accepted;

  /** Since then some of the quota may have gone unused. */
  private boolean idled;

  /** A burst was saved up, and not all of it is spent; accepted since then. */
  private boolean spending;

  private int spent;

  private long firstRefusedAt;
  private int acceptedBefore;

  double perSecond() {
    return rate;
  }

  double burst() {
    return burst;
  }

  Budget budget() {
    return new Budget(rate, (int) burst);
  }

  /** Counts from now on. */
  void countFrom(long now) {
    since = now;
    accepted = 0;
    idled = false;
  }

  void accepted() {
    accepted++;
    if (spending && ++spent > burst) {
      spending = false;
      burst *= MORE_BURST;
    }
  }

  int countAccepted() {
    return accepted;
  }

  /** A whole burst is saved up: what comes in besides is lost, here and there. */
  void full() {
    idled = true;
    spending = true;
    spent = 0;
  }

  /** Somebody has waited for a permit: there may be more than is believed. */
  void grow() {
    if (rate < rateBefore) {
      rate = Math.min(rateBefore, rate * (1 + BACK));
    } else {
      double growth = trust.growth(rate) * Math.pow(2, accepted / DOUBLES_GROWTH);
      rate *= 1 + Math.min(growth, FASTEST_GROWTH);
    }
  }

  /** The first refusal of all: what was taken until now was saved up, or came in meanwhile. */
  void firstRefused(long now) {
    firstRefusedAt = now;
    acceptedBefore = accepted;
    accepted = 0;
  }

  /** All that were out at the first refusal are answered: what was taken of them has come in. */
  void firstRefusalIsOver(long now) {
    if (accepted > 2 && now - firstRefusedAt >= MOMENT) {
      rate = Math.max(rate, accepted / ((now - firstRefusedAt) / 1e9));
      trust = Trust.GLIMPSED;
    } else {
      rate = Math.max(rate, acceptedBefore / LIKELY_BURST_SECONDS);
    }
    double earlier = (firstRefusedAt - since) / 1e9;
    burst = Math.max(AT_FIRST.burst(), acceptedBefore - earlier * rate);
    since = firstRefusedAt;
    idled = false;
    spending = false;
  }

  /** One more is refused, after a time in which nothing was. */
  void refused(long now) {
    boolean few = accepted < TELLS_SOMETHING || now - since < MOMENT;
    if (few || idled) {
      halve();
    } else {
      count(accepted / ((now - since) / 1e9) * BELOW_THE_ESTIMATE, now);
    }
    if (idled) {
      countFrom(now);
    }
  }

  /** If it is less than half, so little was asked for that some of the quota was never used. */
  private void count(double counted, long now) {
    boolean tells = counted >= rate / 2;
    if (tells) {
      trust = accepted < TELLS_ALL ? Trust.GLIMPSED : Trust.MEASURED;
    }
    if (!tells || trust == Trust.MEASURED) {
      countFrom(now);
    }
    rate = Math.max(LEAST, Math.max(counted, rate / 2));
    rateBefore = 0;
  }

  /** Others took some of it, for now or for good, or it saves up less than was believed. */
  private void halve() {
    boolean wasKnown = idled || trust == Trust.MEASURED;
    boolean onItsWayBack = rate < rateBefore;
    if (wasKnown && !onItsWayBack) {
      rateBefore = rate;
    }
    rate = Math.max(LEAST, rate / 2);
    if (spending) {
      spending = false;
      burst = Math.max(AT_FIRST.burst(), burst * LESS_BURST);
    }
    if (Math.max(rate, rateBefore) < AT_FIRST.permitsPerSecond()) {
      trust = Trust.NONE; // Nobody has less by default: it grows back soon.
    }
  }
}

package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate.Budget;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Permits of a quota that nobody told. Until the service refuses something, ever more requests are
 * let out at once: each answer lets out the next, and so many answers one more. From then on this
 * is a bucket of what {@link LearnedRate} believes, and of all that are out at a refusal, only the
 * first that is refused counts.
 */
final class LearnedPermits implements Permits {
  /** One more at once after each so many answers: of what is out, all may be refused at once. */
  private static final double ANSWERS_FOR_ONE_MORE = 30;

  private static final long IDLE = TimeUnit.SECONDS.toNanos(1);

  private final LearnedRate rate = new LearnedRate();
  private boolean begun;
  private boolean found;

  /** What the bucket holds, of it what is held included, and when that was. */
  private double saved;

  private long savedAt;

  /** Granted and not left. */
  private int held;

  /** Left and not answered. */
  private int out;

  /** Of these, refused and not ended. */
  private int refused;

  private long endedAt;
  private boolean waited;
  private boolean paused;
  private long pausedUntil;
  private long refusedAt;

  /** Of those that were held or out then, not ended. */
  private int outAtRefusal;

  @Override
  public long take(long now) {
    boolean backsOff = outAtRefusal > 0 && now - refusedAt < IDLE;
    // What is out will soon tell how it stands.
    long wait = backsOff ? IDLE : found ? untilSaved(now) : untilAnswered(now);
    if (wait > 0) {
      waited = true;
      return wait;
    }
    if (found && waited) {
      rate.grow();
    }
    waited = false;
    held++;
    return 0;
  }

  private long untilAnswered(long now) {
    if (!begun || (held + out == 0 && now - endedAt > IDLE)) {
      begun = true;
      rate.countFrom(now);
    }
    double most = LearnedRate.AT_FIRST.burst() + rate.countAccepted() / ANSWERS_FOR_ONE_MORE;
    return held + out >= most ? IDLE : 0; // Or sooner, when one is answered.
  }

  private long untilSaved(long now) {
    if (paused && pausedUntil - now > 0) {
      return pausedUntil - now;
    }
    refill(now);
    double missing = 1 - (saved - held);
    return missing <= 0 ? 0 : (long) Math.ceil(missing / rate.perSecond() * 1e9);
  }

  private void refill(long now) {
    saved = Math.min(rate.burst(), saved + (now - savedAt) / 1e9 * rate.perSecond());
    savedAt = now;
    boolean justPaused = paused && (now - pausedUntil) / 1e9 * rate.perSecond() < rate.burst();
    if (saved >= rate.burst() && !justPaused) {
      rate.full();
    }
  }

  private void empty(long now) {
    saved = 0;
    savedAt = now;
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
      rate.accepted();
    }
    oneLessOut(now);
  }

  @Override
  public void giveBack(long now) {
    held--;
    oneLessOut(now);
  }

  private void oneLessOut(long now) {
    if (outAtRefusal > 0 && --outAtRefusal == 0 && !found) {
      found = true;
      rate.firstRefusalIsOver(now);
      empty(now);
    }
  }

  /** One is refused, and ends next. Those that were out with it tell the same once more. */
  @Override
  public void hold(long now, Duration pause) {
    refused++;
    if (outAtRefusal == 0) {
      backOff(now);
    }
    long until = now + TimeUnit.NANOSECONDS.convert(pause);
    if (!paused || until - pausedUntil > 0) {
      paused = true;
      pausedUntil = until;
    }
    empty(now);
  }

  private void backOff(long now) {
    if (found) {
      rate.refused(now);
    } else {
      rate.firstRefused(now);
    }
    refusedAt = now;
    outAtRefusal = out + held;
  }

  @Override
  public Budget budget() {
    return rate.budget();
  }
}

package dev.dialtone;

import dev.dialtone.internal.LimitedGate;
import dev.dialtone.internal.SystemTimer;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.Timer;

/**
 * How many requests a second an account allows for each API operation, and how many at once after a
 * pause. Amazon Connect's default is {@link #AWS_DEFAULT}; it is shared by every process and
 * console user of the account, so give each its part.
 *
 * @param permitsPerSecond the lasting rate, above 0
 * @param burst how many permits idle time saves up, at least 1
 * @param findsOut whether a gate finds out what is allowed, as of {@link #learned()}: it starts
 *     from the default, so the other two are that
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html">
 *     Amazon Connect quotas</a>
 */
public record Quota(double permitsPerSecond, int burst, boolean findsOut) {
  /** Two a second, five at once. */
  public static final Quota AWS_DEFAULT = new Quota(2, 5);

  /** Refuses what cannot be a quota with an {@link IllegalArgumentException}. */
  public Quota {
    if (!(permitsPerSecond > 0) || Double.isInfinite(permitsPerSecond)) {
      throw new IllegalArgumentException("a quota must allow more than 0 requests a second");
    }
    if (burst < 1) {
      throw new IllegalArgumentException("a quota must allow a burst of at least 1");
    }
    if (findsOut
        && (permitsPerSecond != AWS_DEFAULT.permitsPerSecond || burst != AWS_DEFAULT.burst)) {
      throw new IllegalArgumentException(
          "a quota that is found out starts from the default: use Quota.learned()");
    }
  }

  /** A known quota. */
  public Quota(double permitsPerSecond, int burst) {
    this(permitsPerSecond, burst, false);
  }

  /** A known quota, for example {@code Quota.of(2, 5)}. */
  public static Quota of(double permitsPerSecond, int burst) {
    return new Quota(permitsPerSecond, burst);
  }

  /**
   * A quota that nobody knows: starts from the default, finds out what each API operation is
   * allowed, and follows it. That takes refusals (429), which the calls concerned repeat: some 20
   * to begin with, then one in some seconds under load. {@link QuotaGate#budget} tells what is
   * believed now. For an account whose quotas were raised and are shared with others.
   */
  public static Quota learned() {
    return new Quota(AWS_DEFAULT.permitsPerSecond, AWS_DEFAULT.burst, true);
  }

  /**
   * A gate that keeps this quota for each account, Region and API operation. Hand the same one to
   * several builders to share the budget between them.
   */
  public QuotaGate newGate() {
    return newGate(new SystemTimer());
  }

  /** The same by a clock of yours, which must be that of the builders it is handed to. */
  public QuotaGate newGate(Timer timer) {
    return findsOut
        ? LimitedGate.learned(timer)
        : LimitedGate.tokenBuckets(timer, permitsPerSecond, burst);
  }
}

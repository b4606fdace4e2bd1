package dev.dialtone.spi;

import java.time.Duration;
import java.util.Optional;

/**
 * The budget under an account's quotas. Every request, whoever makes it, first reserves a permit
 * for its key. A gate that is handed to several {@code PhoneNumbers} is shared by them.
 *
 * <p>Implementations are thread-safe and never block.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html">
 *     Amazon Connect quotas</a>
 */
public interface QuotaGate {
  /**
   * Asks for one permit. {@code granted} runs once, on any thread, possibly before this method
   * returns, when the request may be sent. Those who wait for one key are served repeats first,
   * then calls, then looks, and each in the order of asking.
   */
  Reservation reserve(Key key, Priority priority, Runnable granted);

  /** Tells that the service refused a request of this key as one too many. */
  void throttled(Key key, Optional<Duration> retryAfter);

  /**
   * How long a request that asked now would wait at least, as things stand: nobody gives a place
   * back, and nobody comes who goes first. Empty if the gate does not know.
   */
  default Optional<Duration> leastWait(Key key, Priority priority) {
    return Optional.empty();
  }

  /** What the gate grants for this key as things stand; empty if it does not know. */
  default Optional<Budget> budget(Key key) {
    return Optional.empty();
  }

  /**
   * What an account is believed to allow. A gate that finds out changes its mind.
   *
   * @param permitsPerSecond the lasting rate
   * @param burst how many permits idle time saves up
   */
  record Budget(double permitsPerSecond, int burst) {}

  /**
   * What a quota counts by.
   *
   * @param account the account; {@code unknown} where nobody told it
   * @param region the Region
   * @param operation the API operation
   */
  record Key(String account, String region, ApiOperation operation) {}

  /** Who goes first. */
  enum Priority {
    /** What was sent before and is in doubt or refused for now: it is finished first. */
    REPEAT,
    /** What a caller asked for. */
    CALL,
    /** A look at a number that is settling. */
    LOOK
  }

  /** A place in the line, later a permit. */
  interface Reservation {
    /**
     * Gives the place or the unused permit back. Has no effect the second time, or once the request
     * has left.
     */
    void giveBack();

    /**
     * The request leaves now: from this moment, not from the grant, the permit counts as used. As
     * long as a request has not left, a gate counts it as one that may leave at any time. Has no
     * effect the second time.
     */
    default void left() {}

    /**
     * The request that has left is answered, or will not be; told after {@link #throttled} of the
     * same. Has no effect the second time.
     */
    default void ended() {}
  }
}

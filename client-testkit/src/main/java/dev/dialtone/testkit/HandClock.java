package dev.dialtone.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it: two hours of IN_PROGRESS take no time.
 *
 * <pre>{@code
 * HandClock clock = new HandClock();
 * PhoneNumberSimulator simulator =
 *     PhoneNumberSimulator.builder().clock(clock).settlesAfter(Duration.ofHours(2)).start();
 * // … claim
 * clock.advance(Duration.ofHours(2));
 * // … and the number is CLAIMED
 * }</pre>
 *
 * <p>It is a {@link Clock}, so that the code under test may go by it too. It begins on 2026-01-05
 * at 10:00 UTC, unless told otherwise. This class is thread-safe.
 */
public final class HandClock extends Clock {
  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private final ZoneId zone;
  private final Hand hand;

  private static final class Hand {
    private Instant now;

    Hand(Instant now) {
      this.now = now;
    }
  }

  /** Stands at 2026-01-05T10:00:00Z. */
  public HandClock() {
    this(START);
  }

  /** Stands at this instant. */
  public HandClock(Instant start) {
    this(ZoneOffset.UTC, new Hand(start));
  }

  private HandClock(ZoneId zone, Hand hand) {
    this.zone = zone;
    this.hand = hand;
  }

  /** Moves it on; {@link IllegalArgumentException} if back. */
  public void advance(Duration by) {
    Arguments.require(!by.isNegative(), "expected zero or more, not " + by);
    synchronized (hand) {
      hand.now = hand.now.plus(by);
    }
  }

  @Override
  public Instant instant() {
    synchronized (hand) {
      return hand.now;
    }
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same hand, seen in another zone. */
  @Override
  public Clock withZone(ZoneId otherZone) {
    return new HandClock(otherZone, hand);
  }
}

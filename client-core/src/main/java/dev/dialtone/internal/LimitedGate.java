package dev.dialtone.internal;

import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.Timer;
import dev.dialtone.spi.Timer.Timeout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line of waiters per key in front of a source of permits. Who is first is decided when a permit
 * is there, not when it was asked for.
 *
 * <p>This class is thread-safe. Everything costs O(log n) in the length of a line.
 */
public final class LimitedGate implements QuotaGate {
  private final Timer timer;
  private final Function<Key, Permits> source;
  private final Map<Key, Line> lines = new ConcurrentHashMap<>();

  LimitedGate(Timer timer, Function<Key, Permits> source) {
    this.timer = timer;
    this.source = source;
  }

  /** A gate with a token bucket of this rate and burst for each key. */
  public static QuotaGate tokenBuckets(Timer timer, double permitsPerSecond, int burst) {
    return new LimitedGate(timer, key -> new TokenBucket(permitsPerSecond, burst));
  }

  /** A gate that finds out what the account allows for each key. */
  public static QuotaGate learned(Timer timer) {
    return new LimitedGate(timer, key -> new LearnedPermits());
  }

  /** A gate over the Resilience4j limiter of each key. */
  public static QuotaGate rateLimiters(
      Timer timer, Function<Key, io.github.resilience4j.ratelimiter.RateLimiter> limiters) {
    return new LimitedGate(timer, key -> new RateLimiterPermits(limiters.apply(key)));
  }

  @Override
  public Reservation reserve(Key key, Priority priority, Runnable granted) {
    return line(key).join(priority, granted);
  }

  @Override
  public void throttled(Key key, Optional<Duration> retryAfter) {
    line(key).hold(retryAfter.orElse(Duration.ZERO));
  }

  @Override
  public Optional<Budget> budget(Key key) {
    return Optional.of(line(key).budget());
  }

  @Override
  public Optional<Duration> leastWait(Key key, Priority priority) {
    return line(key).leastWait(priority);
  }

  private Line line(Key key) {
    return lines.computeIfAbsent(key, of -> new Line(source.apply(of)));
  }

  private final class Line {
    private final Permits permits;
    private final Ranking<Place> waiting =
        new Ranking<>(
            Comparator.comparing((Place place) -> place.priority)
                .thenComparingLong(place -> place.ticket));
    private final NavigableMap<Priority, Integer> lengths = new TreeMap<>();
    private long tickets;
    private @Nullable Timeout wake;
    private long wakesAt;

    Line(Permits permits) {
      this.permits = permits;
    }

    Reservation join(Priority priority, Runnable granted) {
      Place place;
      synchronized (this) {
        place = new Place(this, priority, tickets++, granted);
        waiting.add(place);
        lengths.merge(priority, 1, Integer::sum);
      }
      serve();
      return place;
    }

    synchronized void hold(Duration pause) {
      permits.hold(timer.nanoTime(), pause);
    }

    synchronized Budget budget() {
      return permits.budget();
    }

    synchronized Optional<Duration> leastWait(Priority priority) {
      int before = lengths.headMap(priority, true).values().stream().mapToInt(each -> each).sum();
      OptionalLong nanos = permits.leastWait(before, timer.nanoTime());
      return nanos.isPresent()
          ? Optional.of(Duration.ofNanos(nanos.getAsLong()))
          : Optional.empty();
    }

    void leave(Place place) {
      synchronized (this) {
        if (place.over) {
          return;
        }
        place.over = true;
        if (waiting.remove(place)) {
          lengths.merge(place.priority, -1, Integer::sum);
        } else {
          permits.giveBack(timer.nanoTime());
        }
      }
      serve();
    }

    void use(Place place) {
      synchronized (this) {
        if (place.over || !place.granted) {
          return;
        }
        place.over = true;
        place.out = true;
        permits.left(place.grantedAt, timer.nanoTime());
      }
      serve();
    }

    void end(Place place) {
      synchronized (this) {
        if (!place.out) {
          return;
        }
        place.out = false;
        permits.ended(timer.nanoTime());
      }
      serve();
    }

    /** Grants what there is, outside the lock, and sleeps until there is more. */
    private void serve() {
      List<Runnable> granted = new ArrayList<>(1);
      synchronized (this) {
        long now = timer.nanoTime();
        long wait = 0;
        while (!waiting.isEmpty() && (wait = permits.take(now)) == 0) {
          Place first = waiting.first();
          waiting.remove(first);
          lengths.merge(first.priority, -1, Integer::sum);
          first.granted = true;
          first.grantedAt = now;
          granted.add(first.whenGranted);
        }
        sleep(now, waiting.isEmpty() ? 0 : wait);
      }
      granted.forEach(Runnable::run);
    }

    /** Who joins a line that waits already changes nothing about how long. */
    private void sleep(long now, long nanos) {
      if (wake != null && nanos > 0 && wakesAt == now + nanos) {
        return;
      }
      if (wake != null) {
        wake.cancel();
        wake = null;
      }
      if (nanos > 0) {
        wakesAt = now + nanos;
        wake = timer.after(Duration.ofNanos(nanos), this::woken);
      }
    }

    private void woken() {
      synchronized (this) {
        wake = null;
      }
      serve();
    }
  }

  private static final class Place extends Ranking.Ranked implements Reservation {
    private final Line line;
    private final Priority priority;
    private final long ticket;
    private final Runnable whenGranted;
    private boolean granted;
    private boolean over;
    private boolean out;
    private long grantedAt;

    Place(Line line, Priority priority, long ticket, Runnable whenGranted) {
      this.line = line;
      this.priority = priority;
      this.ticket = ticket;
      this.whenGranted = whenGranted;
    }

    @Override
    public void left() {
      line.use(this);
    }

    @Override
    public void ended() {
      line.end(this);
    }

    @Override
    public void giveBack() {
      line.leave(this);
    }
  }
}

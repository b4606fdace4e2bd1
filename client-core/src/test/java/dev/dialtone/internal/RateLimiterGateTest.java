package dev.dialtone.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.RateLimiterGate;
import dev.dialtone.spi.QuotaGate;
import dev.dialtone.spi.QuotaGate.Priority;
import dev.dialtone.spi.Timer;
import dev.dialtone.testing.QuotaGateContract;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RateLimiterGateTest extends QuotaGateContract {
  @Override
  protected QuotaGate newGate(Timer time) {
    return LimitedGate.rateLimiters(time, key -> onVirtualTime(time, Duration.ofSeconds(5)));
  }

  @Override
  protected int burst() {
    return 1;
  }

  @Test
  void reserve_limitersOwnTimeOutIsShort_waitsAllTheSame() {
    QuotaGate gate = LimitedGate.rateLimiters(timer, key -> onVirtualTime(timer, Duration.ZERO));
    for (int i = 0; i < 4; i++) {
      asked(gate, Priority.CALL, () -> granted.add("one"));
    }
    assertThat(granted).hasSize(1);
    timer.advance(Duration.ofSeconds(2));
    assertThat(granted).hasSize(4);
  }

  @Test
  void reserve_realLimiterWithoutPermits_neverBlocks() {
    RateLimiter five =
        RateLimiter.of(
            "five",
            RateLimiterConfig.custom()
                .limitForPeriod(5)
                .limitRefreshPeriod(Duration.ofHours(1))
                .timeoutDuration(Duration.ofHours(2))
                .build());
    QuotaGate gate = RateLimiterGate.over(key -> five);
    var count = new AtomicInteger();
    for (int i = 0; i < 9; i++) {
      gate.reserve(KEY, Priority.LOOK, count::incrementAndGet);
    }
    assertThat(count).hasValue(5);
  }

  /**
   * A limiter of one permit an interval that reads our clock: the library's own reads the real one.
   * Like that one it reserves ahead, up to its time-out.
   */
  private static RateLimiter onVirtualTime(Timer time, Duration timeout) {
    RateLimiterConfig config =
        RateLimiterConfig.custom()
            .limitForPeriod(1)
            .limitRefreshPeriod(INTERVAL)
            .timeoutDuration(timeout)
            .build();
    long[] next = {time.nanoTime()};
    return (RateLimiter)
        Proxy.newProxyInstance(
            RateLimiter.class.getClassLoader(),
            new Class<?>[] {RateLimiter.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRateLimiterConfig" -> config;
                  case "reservePermission" -> reserve(next, time.nanoTime(), timeout);
                  case "drainPermissions" -> {
                    next[0] = Math.max(next[0], time.nanoTime() + INTERVAL.toNanos());
                    yield 1;
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static long reserve(long[] next, long now, Duration timeout) {
    long at = Math.max(next[0], now);
    if (at - now > timeout.toNanos()) {
      return -1;
    }
    next[0] = at + INTERVAL.toNanos();
    return at - now;
  }
}

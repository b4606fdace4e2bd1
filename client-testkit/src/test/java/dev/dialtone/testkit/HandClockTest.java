package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class HandClockTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private final HandClock clock = new HandClock(NOON);

  @Test
  void advance_anyZone_movesAllOfThem() {
    var tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));
    clock.advance(Duration.ofHours(2));

    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(2)));
    assertThat(tokyo.instant()).isEqualTo(clock.instant());
    assertThat(tokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(clock.getZone().getId()).isEqualTo("Z");
  }

  @Test
  void advance_back_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofNanos(-1)));
    assertThat(clock.instant()).isEqualTo(NOON);
  }
}

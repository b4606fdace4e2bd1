package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private final HandClock clock = new HandClock();
  private final TokenBucket bucket = new TokenBucket(2, 5);

  @Test
  void tryTake_anEager100Seconds_burstAndThenTheRate() {
    int taken = 0;
    for (int tick = 0; tick < 1000; tick++) {
      taken += take(10);
      clock.advance(Duration.ofMillis(100));
    }
    // 5 at once; the last permit of the 100 seconds falls due at 99.5 s.
    assertThat(taken).isEqualTo(5 + 199);
  }

  @Test
  void tryTake_longIdle_savesNoMoreThanTheBurst() {
    take(5);
    clock.advance(Duration.ofHours(1));

    assertThat(take(10)).isEqualTo(5);
  }

  private int take(int attempts) {
    return (int) IntStream.range(0, attempts).filter(i -> bucket.tryTake(clock.instant())).count();
  }
}

package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.result;
import static dev.dialtone.testing.InMemoryConnect.CLAIM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.ThrottledException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.spi.PortException;
import dev.dialtone.spi.PortException.Kind;
import dev.dialtone.spi.PortException.Reached;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One refused request does not stop the line behind it for as long as a service may ask. */
class HoldTest {
  private static final E164 SECOND = E164.of("+18005550199");
  private final World world = new World();

  @Test
  void throttled_retryAfterTenDays_othersGoOnAfterAMinute() {
    world.connect.offer(SECOND);
    world.fails(
        CLAIM,
        PortException.of(Kind.THROTTLED, Reached.YES, "Rate exceeded")
            .retryable()
            .retryAfter(Duration.ofDays(10))
            .build());
    Operation<ConnectNumber> refused = world.claim().start();
    Operation<ConnectNumber> next = world.numbers.claim(SECOND).to(world.instance).start();
    world.seconds(120);
    assertThat(failure(refused, ThrottledException.class).retryAfter())
        .contains(Duration.ofDays(10));
    assertThat(result(next).isAt(world.instance)).isTrue();
  }
}

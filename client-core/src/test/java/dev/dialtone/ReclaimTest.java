package dev.dialtone;

import static dev.dialtone.World.failure;
import static dev.dialtone.World.hasEnded;
import static dev.dialtone.World.result;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.error.OperationFailedException;
import dev.dialtone.model.ConnectNumber;
import org.junit.jupiter.api.Test;

/** A number whose claim failed is claimed again within its day, as the failure advises. */
class ReclaimTest {
  private final World world = new World();

  @Test
  void claim_failedBefore_oldFailureIsNoAnswer() {
    world.connect.settleNextAsFailed("the target is full");
    Operation<ConnectNumber> failed = world.claim().start();
    world.seconds(60);
    failure(failed, OperationFailedException.class);

    world.connect.readsLagBy(ofSeconds(2));
    Operation<ConnectNumber> again = world.claim().start();
    world.seconds(60);
    assertThat(result(again).isAt(world.instance)).isTrue();
  }

  @Test
  void claim_failsAtOnce_isToldWithinFiveSeconds() {
    world.connect.settlesAfter(ZERO);
    world.connect.settleNextAsFailed("the target is full");
    Operation<ConnectNumber> claim = world.claim().start();
    world.seconds(1);
    assertThat(hasEnded(claim)).isFalse();
    world.seconds(4);
    assertThat(failure(claim, OperationFailedException.class).statusMessage()).contains("full");
  }
}

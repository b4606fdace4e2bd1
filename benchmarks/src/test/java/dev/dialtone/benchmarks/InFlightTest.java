package dev.dialtone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The small form; {@link InFlight} is the large one. What lives on a heap depends on no machine,
 * but on what else runs in this JVM: so nothing does.
 */
@Isolated
class InFlightTest {
  private static final int MANY = 10_000;

  @ParameterizedTest
  @EnumSource
  void operations_inFlight_holdAKilobyteEachAtMost(InFlightBytes.State state)
      throws InterruptedException {
    InFlightBytes.of(state, MANY); // Loads classes.
    InFlightBytes bytes = InFlightBytes.of(state, MANY);
    assertThat(bytes.each()).as("%s", bytes.most(30).toList()).isBetween(400.0, 1_024.0);
  }
}

package dev.dialtone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.Quota;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The small form; {@link BulkInRealTime} is the large one. */
class BulkInRealTimeTest {
  private static final Quota AMPLE = Quota.of(400, 200);
  private static final Shape SMALL =
      Shape.usual("small", 30).under(AMPLE, AMPLE).settling(0.1, 0.8, 0.5);

  @ParameterizedTest
  @EnumSource(names = {"DIALTONE", "POOL_32", "WAITER"})
  void claims_ofEachKindOfEntrant_areAllConfirmedUnderTheQuota(Entrant entrant) {
    Lap lap = Race.of(SMALL, 1, entrant);

    assertThat(lap.unconfirmed()).as("given up: %s", lap.report().givenUp()).isZero();
    assertThat(lap.report().confirmed()).hasSize(SMALL.numbers());
    assertThat(lap.outcome().refusedPercent()).isZero();
    assertThat(lap.outcome().looks()).isGreaterThanOrEqualTo(1);
    assertThat(lap.report().ownThreads()).isPositive();
  }
}

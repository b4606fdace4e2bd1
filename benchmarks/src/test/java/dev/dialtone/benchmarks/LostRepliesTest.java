package dev.dialtone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The small form; {@link LostReplies} is the large one. */
class LostRepliesTest {
  @Test
  void claims_whoseRepliesAreLost_areClaimedOnceAndReportedSo() throws InterruptedException {
    ClaimFigures figures = LostReplies.run(new ClaimPlan(300, 0.05, 1), new DialtoneClaims());
    assertThat(figures).matches(ClaimFigures::isRight, "each claimed once, and reported so");
    assertThat(figures.lost()).isPositive();
  }
}

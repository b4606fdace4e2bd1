package dev.dialtone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.benchmarks.KillPlan.Doubts;
import dev.dialtone.benchmarks.KillPlan.Journal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small form; {@link Kills} is the large one. */
class KillsTest {
  @TempDir Path folder;

  @Test
  void operations_killedOnH2_areAllDoneOnce() throws IOException, InterruptedException {
    assertRight(new KillPlan(Journal.H2, 40, 1, 4, Doubts.NONE, 1));
  }

  @Test
  void operations_ofTwoProcessesKilledOnPostgresql_areAllDoneOnce()
      throws IOException, InterruptedException {
    assertRight(new KillPlan(Journal.POSTGRESQL, 40, 2, 4, Doubts.NONE, 2));
  }

  private void assertRight(KillPlan plan) throws IOException, InterruptedException {
    KillFigures figures = KillRun.run(plan, folder, System.out);
    assertThat(figures.wrongs()).as("what the journals tell of %s", figures.table()).isEmpty();
    assertThat(figures)
        .extracting(
            KillFigures::effects,
            KillFigures::duplicates,
            KillFigures::missing,
            KillFigures::unknown,
            KillFigures::open)
        .containsExactly(40, 0, 0, 0, 0);
  }
}

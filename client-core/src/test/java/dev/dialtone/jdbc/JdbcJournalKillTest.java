package dev.dialtone.jdbc;

import static dev.dialtone.testing.JournalEntries.get;
import static dev.dialtone.testing.JournalEntries.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.spi.OperationJournal.Recorded;
import dev.dialtone.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that write into a file, and are killed while they do. */
class JdbcJournalKillTest {
  private static final int KILLS = 3;
  private static final int MOST = 1_000_000;

  @TempDir Path folder;

  @Test
  void append_processKilled_everyAcknowledgedEntryIsThere()
      throws IOException, InterruptedException {
    Path file = folder.resolve("numbers");
    Set<String> acknowledged = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      for (int n : acknowledgedByChild(file, kill * MOST, 200 + 150 * kill)) {
        acknowledged.add(ticket(n).id());
      }
      try (var journal = new JdbcOperationJournal(TestDatabase.h2File(file))) {
        List<Recorded> open = get(journal.takeOpen(ticket -> true, "child", Instant.EPOCH));
        assertThat(open)
            .extracting(known -> known.ticket().id())
            .doesNotHaveDuplicates()
            .containsAll(acknowledged);
        for (Recorded known : open) {
          assertThat(get(journal.story(known.ticket().id()))).hasSize(1);
        }
      }
    }
  }

  /** What a child had acknowledged when it was killed, after this many at the earliest. */
  private static List<Integer> acknowledgedByChild(Path file, int first, int atLeast)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                JournalChild.class.getName(),
                file.toString(),
                Integer.toString(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<Integer> acknowledged = new ArrayList<>();
    try (BufferedReader said = child.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        assertThat(line).doesNotStartWith("bad");
        // The last line may be half of one.
        if (line.matches("ack \\d+\\.")) {
          acknowledged.add(Integer.parseInt(line.substring(4, line.length() - 1)));
        }
        if (acknowledged.size() == atLeast) {
          // Not of the process itself, which would close what it said before it is read.
          child.toHandle().destroyForcibly();
        }
      }
      assertThat(child.waitFor()).isNotZero();
    } finally {
      child.destroyForcibly();
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(atLeast);
    return acknowledged;
  }
}

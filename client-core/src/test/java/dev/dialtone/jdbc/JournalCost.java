package dev.dialtone.jdbc;

import static dev.dialtone.testing.JournalEntries.entry;
import static dev.dialtone.testing.JournalEntries.get;
import static dev.dialtone.testing.JournalEntries.ticket;

import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.TestDatabase;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a step costs, from asking until it is acknowledged: one at a time, and with 100 waiting. Run
 * it with {@code mvn -q -pl client-core test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=dev.dialtone.jdbc.JournalCost}.
 */
final class JournalCost {
  private static final int STEPS = 4_000;
  private static final Step[] COURSE = {Step.INTENT, Step.SENDING, Step.ACCEPTED, Step.SETTLED};

  private JournalCost() {}

  /** Prints the figures of H2 in a file and of PostgreSQL on loopback. */
  public static void main(String[] arguments) throws InterruptedException {
    for (TestDatabase kind : new TestDatabase[] {TestDatabase.H2_FILE, TestDatabase.POSTGRESQL}) {
      try (var journal = new JdbcOperationJournal(kind.fresh())) {
        measure(journal, 1, new long[STEPS], 0);
        for (int waiting : new int[] {1, 100}) {
          long[] nanos = new long[STEPS];
          long start = System.nanoTime();
          measure(journal, waiting, nanos, waiting * STEPS);
          double each = (System.nanoTime() - start) / 1e6 / STEPS;
          Arrays.sort(nanos);
          System.out.printf(
              "%-10s %3d waiting: %.3f ms a step in all; each waits %.3f ms (median), %.3f ms"
                  + " (p99)%n",
              kind, waiting, each, nanos[STEPS / 2] / 1e6, nanos[STEPS * 99 / 100] / 1e6);
        }
      }
    }
  }

  private static void measure(JdbcOperationJournal journal, int waiting, long[] nanos, int first)
      throws InterruptedException {
    var places = new Semaphore(waiting);
    var ends = new CountDownLatch(STEPS);
    var measured = new AtomicInteger();
    get(journal.story(ticket(0).id()));
    for (int i = 0; i < STEPS; i++) {
      places.acquire();
      long asked = System.nanoTime();
      var unused =
          journal
              .append(
                  entry(
                      ticket(first + i / COURSE.length),
                      COURSE[i % COURSE.length],
                      Instant.EPOCH,
                      "me"))
              .whenComplete(
                  (done, failure) -> {
                    nanos[measured.getAndIncrement()] = System.nanoTime() - asked;
                    places.release();
                    ends.countDown();
                  });
    }
    ends.await();
  }
}

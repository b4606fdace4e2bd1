package dev.dialtone.jdbc;

import static dev.dialtone.testing.JournalEntries.entry;
import static dev.dialtone.testing.JournalEntries.ticket;

import dev.dialtone.spi.OperationJournal.Step;
import dev.dialtone.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** Writes intents into an H2 file and says which are acknowledged, until it is killed. */
final class JournalChild {
  private static final int IN_FLIGHT = 20;

  private JournalChild() {}

  /** With the file, and the number of the first operation. */
  public static void main(String[] arguments) throws InterruptedException {
    var journal = new JdbcOperationJournal(TestDatabase.h2File(Path.of(arguments[0])));
    var places = new Semaphore(IN_FLIGHT);
    for (int n = Integer.parseInt(arguments[1]); ; n++) {
      places.acquire();
      int operation = n;
      var unused =
          journal
              .append(entry(ticket(n), Step.INTENT, Instant.EPOCH, "child"))
              .whenComplete(
                  (done, failure) -> {
                    System.out.println((failure == null ? "ack " : "bad ") + operation + ".");
                    places.release();
                  });
    }
  }
}

package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.jdbc.JdbcOperationJournal;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A claim that outlives its process, on the stand-in: the journal is a file, the first client is
 * closed before the number has settled, and the second goes on. It sends nothing again.
 */
public final class ResumeOperations {
  private static final E164 NUMBER = E164.of("+18005550100");

  private ResumeOperations() {}

  /** Runs on the stand-in. */
  public static void main(String[] args) {
    try (StandIn aws = StandIn.start()) {
      DataSource file = file();
      firstProcess(aws, file);
      secondProcess(aws, file);
      System.out.println(
          "claims sent: " + aws.simulator().ledger().requests("ClaimPhoneNumber").size());
    }
  }

  private static void firstProcess(StandIn aws, DataSource file) {
    try (JdbcOperationJournal journal = new JdbcOperationJournal(file);
        PhoneNumbers numbers = client(aws, journal)) {
      Operation<ConnectNumber> claim = order(aws, numbers);
      awaitTaken(claim);
      System.out.println("the first process starts " + claim.ticket() + ", and ends");
    }
  }

  private static void awaitTaken(Operation<ConnectNumber> claim) {
    var taken = new CountDownLatch(1);
    claim.onProgress(
        progress -> {
          if (progress.stage() == Stage.SETTLING) {
            taken.countDown();
          }
        });
    try {
      taken.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  private static void secondProcess(StandIn aws, DataSource file) {
    // README: after a crash
    try (JdbcOperationJournal journal = new JdbcOperationJournal(file);
        PhoneNumbers numbers =
            PhoneNumbers.builder()
                .connect(ConnectAdapter.of(aws.client()))
                .journal(journal)
                .build()) {
      for (Operation<?> open : numbers.resumeAll().await(ofMinutes(1))) { // once, after a start
        System.out.println("goes on: " + open.ticket());
        System.out.println("done: " + open.await(ofMinutes(2)));
      }

      Operation<ConnectNumber> same = // the key makes it the same operation, in any process
          numbers.claim(NUMBER).to(aws.instance()).idempotencyKey("order-123").start();
      System.out.println("the same: " + same.await(ofMinutes(2)));
    }
    // README: end
  }

  private static Operation<ConnectNumber> order(StandIn aws, PhoneNumbers numbers) {
    return numbers.claim(NUMBER).to(aws.instance()).idempotencyKey("order-123").start();
  }

  private static PhoneNumbers client(StandIn aws, JdbcOperationJournal journal) {
    return PhoneNumbers.builder().connect(ConnectAdapter.of(aws.client())).journal(journal).build();
  }

  /** Without WRITE_DELAY=0, H2 tells of a commit before it is in the file. */
  private static DataSource file() {
    try {
      Path folder = Files.createTempDirectory("dialtone");
      JdbcDataSource source = new JdbcDataSource();
      source.setURL("jdbc:h2:file:" + folder.resolve("numbers") + ";WRITE_DELAY=0");
      return source;
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
  }
}

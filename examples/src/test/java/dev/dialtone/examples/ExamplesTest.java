package dev.dialtone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Every program runs, and shows what it promises. */
@ResourceLock(Resources.SYSTEM_OUT)
class ExamplesTest {
  @Test
  void tour_runs_everythingEndsAsItShould() {
    var bytes = new ByteArrayOutputStream();
    boolean asItShould = Tour.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String told = bytes.toString(StandardCharsets.UTF_8);
    assertThat(asItShould).as(told).isTrue();
    assertThat(told)
        .contains("sent again with the same token")
        .contains("OperationFailedException   as it should")
        .contains("NumberTakenException       as it should")
        .contains("no number was claimed twice")
        .contains("1 lost")
        .doesNotContain("WRONG")
        .doesNotContain("18005550");
  }

  @Test
  void quickStart_runs_numberIsAtTheGroup() {
    assertThat(printed(QuickStart::main)).contains("CLAIMED at arn:").contains("group/");
  }

  @Test
  void searchNumbers_runs_readsOnlyThePagesItNeeds() {
    assertThat(printed(SearchNumbers::main)).contains("read 15 more, in 3 pages in all");
  }

  @Test
  void claimNumber_runs_showsEachStage() {
    assertThat(printed(ClaimNumber::main))
        .contains("Ticket[ClaimPhoneNumber", "SETTLING", "FINISHING", "claimed ConnectNumber");
  }

  @Test
  void moveNumber_runs_sendsOneMove() {
    assertThat(printed(MoveNumber::main))
        .contains("before ConnectNumber", "after  ConnectNumber", "moves sent: 1");
  }

  @Test
  void describeNumber_runs_tellsWhatIsNotThere() {
    assertThat(printed(DescribeNumber::main)).contains("is CLAIMED at", "not there: describe of");
  }

  private interface Program {
    void run(String[] args);
  }

  private static String printed(Program program) {
    PrintStream console = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      program.run(new String[0]);
    } finally {
      System.setOut(console);
    }
    String told = bytes.toString(StandardCharsets.UTF_8);
    assertThat(told).doesNotContain("18005550");
    return told;
  }
}

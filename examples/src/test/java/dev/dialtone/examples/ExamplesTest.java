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
@ResourceLock(Resources.SYSTEM_ERR)
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
        .contains("no number was claimed twice", "one number was renamed, once")
        .contains("1 lost")
        .doesNotContain("WRONG")
        .doesNotContain("18005550");
  }

  @Test
  void resumeOperations_runs_sendsTheClaimOnce() {
    assertThat(printed(ResumeOperations::main))
        .containsSubsequence("the first process starts", "goes on: Ticket", "done: ConnectNumber")
        .contains("the same: ConnectNumber", "claims sent: 1");
  }

  @Test
  void quickStart_runs_numberIsAtTheGroup() {
    assertThat(printed(QuickStart::main)).contains("CLAIMED at arn:").contains("group/");
  }

  @Test
  void searchNumbers_runs_readsOnlyThePagesItNeeds() {
    assertThat(story(new SearchNumbers())).contains("read 15 more, in 3 pages in all");
  }

  @Test
  void claimNumber_runs_showsEachStage() {
    assertThat(printed(ClaimNumber::main))
        .contains("Ticket[ClaimPhoneNumber", "SETTLING", "FINISHING", "claimed ConnectNumber");
  }

  @Test
  void importNumber_runs_tellsWhereItCameFrom() {
    assertThat(story(new ImportNumber()))
        .contains("imported ConnectNumber", "it came from arn:aws:sms-voice:");
  }

  @Test
  void moveNumber_runs_sendsOneMove() {
    assertThat(story(new MoveNumber()))
        .contains("before ConnectNumber", "after  ConnectNumber", "moves sent: 1");
  }

  @Test
  void describeNumber_runs_tellsWhatIsNotThere() {
    assertThat(story(new DescribeNumber())).contains("is CLAIMED at", "not there: describe of");
  }

  @Test
  void updateDescription_runs_sendsItOnce() {
    assertThat(story(new UpdateDescription()))
        .contains("*******0100 is described as: Night line", "descriptions sent: 1");
  }

  @Test
  void releaseNumber_runs_releasesOnlyTheConfirmedNumber() {
    assertThat(story(new ReleaseNumber()))
        .containsSubsequence("refused: release of", "released *******0100", "gone: describe of");
  }

  @Test
  void listNumbers_runs_listsThoseOfTheInstance() {
    assertThat(story(new ListNumbers()))
        .contains("of the account: 3", "by number: [ListedNumber[*******0100 at")
        .containsOnlyOnce("ListedNumber[*******0101")
        .doesNotContain("0102");
  }

  @Test
  void tagNumber_runs_setsAndRemoves() {
    assertThat(story(new TagNumber()))
        .contains("has the tags {stage=trial, team=support}", "has the tags {team=support}");
  }

  @Test
  void attachFlow_runs_sendsItOnce() {
    assertThat(story(new AttachFlow())).contains("is answered by arn:", "flows sent: 1");
  }

  @Test
  void detachFlow_runs_isOnNoFlow() {
    assertThat(story(new DetachFlow())).contains("*******0100 is on no flow");
  }

  private interface Program {
    void run(String[] args);
  }

  private static String story(ExampleCommand program) {
    var run = Programs.withoutTerminal().run(program);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("18005550");
    return run.out();
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

  @Test
  void updateCallingName_runs_waitsUntilItHasSettled() {
    assertThat(story(new UpdateCallingName()))
        .contains(
            "Ticket[UpdatePhoneNumber",
            "not yet: calling name",
            "not now: calling name",
            "renamed ChimeNumber")
        .doesNotContain("2065550100");
  }
}

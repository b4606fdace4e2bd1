package dev.dialtone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.testkit.OwnedNumber;
import dev.dialtone.testkit.PhoneNumberSimulator;
import dev.dialtone.testkit.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With options the programs do on AWS what they say; here AWS is a stand-in. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class WithOptionsTest {
  private static final String NUMBER = "+18005550100";
  private static final String ID = "6b1f0b0a-8f3e-4d0e-9a50-3f1d2c4b5a69";
  private static final String GROUP =
      "arn:aws:connect:us-west-2:111122223333:traffic-distribution-group/" + ID;
  private static final String FLOW =
      "arn:aws:connect:us-west-2:111122223333:instance/" + ID + "/contact-flow/" + ID;
  private static final String SOURCE =
      "arn:aws:sms-voice:us-west-2:111122223333:phone-number/phone-0123456789abcdef";

  private static PhoneNumberSimulator aws;
  private static String instance;

  @BeforeAll
  static void start() {
    aws =
        PhoneNumberSimulator.builder()
            .settlesAfter(Duration.ZERO)
            .callingNameSettlesAfter(Duration.ZERO)
            .start();
    instance = aws.addInstance(20);
    aws.offer("US", "TOLL_FREE", NUMBER, 20);
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @BeforeEach
  void forget() {
    aws.reset();
  }

  /** Each program that asks, with options that are right. */
  static Stream<Arguments> thoseThatAsk() {
    return Stream.of(
        Arguments.of(
            new ClaimNumber(), List.of("--instance", ID, "--number", NUMBER), "costs money"),
        Arguments.of(
            new ImportNumber(), List.of("--instance", ID, "--source", SOURCE), "costs money"),
        Arguments.of(new MoveNumber(), List.of("--id", ID, "--to", GROUP), "until a flow"),
        Arguments.of(
            new MoveNumber(), List.of("--id", ID, "--to", GROUP, "--flow", FLOW), "answered by"),
        Arguments.of(
            new ReleaseNumber(), List.of("--id", ID, "--number", NUMBER), "cannot be undone"),
        Arguments.of(new AttachFlow(), List.of("--id", ID, "--flow", FLOW), "in place of"),
        Arguments.of(new DetachFlow(), List.of("--id", ID), "answered by nobody"),
        Arguments.of(
            new UpdateCallingName(), List.of("--number", NUMBER, "--name", "ACME"), "72 hours"));
  }

  @ParameterizedTest
  @MethodSource("thoseThatAsk")
  void run_noTerminal_sendsNothing(ExampleCommand program, List<String> options) {
    var run = Programs.withoutTerminal().run(program, onAws(options));
    assertThat(run.code()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("Nothing was sent. This would ").doesNotContain("18005550");
    assertThat(aws.ledger().requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("thoseThatAsk")
  void run_wrongAnswer_sendsNothing(
      ExampleCommand program, List<String> options, String consequence) {
    var run = Programs.withPersonTyping("no").run(program, onAws(options));
    assertThat(run.code()).as(run.err()).isEqualTo(3);
    assertThat(run.questions()).hasSize(1);
    assertThat(run.questions().get(0))
        .contains("On Amazon C", " in us-west-2", consequence)
        .doesNotContain("18005550");
    assertThat(aws.ledger().requests()).isEmpty();
  }

  @Test
  void release_yesInPlaceOfTheDigits_sendsNothing() {
    var run =
        Programs.withPersonTyping("yes")
            .run(new ReleaseNumber(), onAws(List.of("--id", ID, "--number", NUMBER)));
    assertThat(run.code()).isEqualTo(3);
    assertThat(aws.ledger().requests()).isEmpty();
  }

  /** Options that are wrong, and what is said of them. */
  static Stream<Arguments> wrongOptions() {
    return Stream.of(
        Arguments.of(new ClaimNumber(), List.of("--region", "us-west-2"), "--instance=ARN"),
        Arguments.of(new ClaimNumber(), List.of("--instance", ID), "--region=REGION"),
        Arguments.of(new DescribeNumber(), List.of("--instance", ID), "--region=REGION"),
        Arguments.of(new SearchNumbers(), onRegion("--instance", ID), "--country"),
        Arguments.of(new SearchNumbers(), onRegion("--country", "US"), "--instance=ARN"),
        Arguments.of(new ImportNumber(), onRegion("--source", SOURCE), "--instance=ARN"),
        Arguments.of(new ImportNumber(), onRegion("--source", FLOW), "must be of another service"),
        Arguments.of(new MoveNumber(), onRegion("--id", ID), "--to=ARN"),
        Arguments.of(new ReleaseNumber(), onRegion("--id", ID), "--number"),
        Arguments.of(new ReleaseNumber(), onRegion("--number", "5550100"), "a phone number must"),
        Arguments.of(new UpdateDescription(), onRegion("--id", ID), "--description=TEXT"),
        Arguments.of(new TagNumber(), onRegion("--id", ID), "--tag or --untag is needed"),
        Arguments.of(new AttachFlow(), onRegion("--id", ID, "--flow", GROUP), "contact-flow"),
        Arguments.of(new DetachFlow(), onRegion("--id", NUMBER), "not the number itself"),
        Arguments.of(
            new UpdateCallingName(),
            onRegion("--number", NUMBER, "--name", "ACME & SONS"),
            "a calling name must be"),
        Arguments.of(new ListNumbers(), onRegion("--yes"), "--yes"),
        Arguments.of(new ListNumbers(), onRegion("18005550100"), "*******0100"),
        Arguments.of(new ListNumbers(), List.of("--region", "mars"), "us-west-2"),
        Arguments.of(
            new ListNumbers(),
            onRegion("--endpoint", "http://203.0.113.7:80"),
            "must be on this machine"));
  }

  @ParameterizedTest
  @MethodSource("wrongOptions")
  void run_wrongOptions_showsUsage(ExampleCommand program, List<String> options, String said) {
    var run = Programs.withPersonTyping("yes").run(program, options.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(said, "Usage: " + program.getClass().getSimpleName())
        .doesNotContain("IllegalArgument");
    assertThat(run.questions()).isEmpty();
    assertThat(run.out()).isEmpty();
  }

  static Stream<Supplier<ExampleCommand>> all() {
    return Stream.of(
        SearchNumbers::new,
        ClaimNumber::new,
        ImportNumber::new,
        MoveNumber::new,
        DescribeNumber::new,
        UpdateDescription::new,
        ReleaseNumber::new,
        ListNumbers::new,
        TagNumber::new,
        AttachFlow::new,
        DetachFlow::new,
        UpdateCallingName::new);
  }

  @ParameterizedTest
  @MethodSource("all")
  void run_help_showsUsage(Supplier<ExampleCommand> program) {
    var run = Programs.withoutTerminal().run(program.get(), "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Usage: ", "--region", "stand-in").doesNotContain("--endpoint");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void search_options_showsTenOffers() {
    var run =
        agreed(
            new SearchNumbers(),
            List.of(
                "--instance",
                instance,
                "--country",
                "US",
                "--type",
                "TOLL_FREE",
                "--prefix",
                "+1800"));
    assertThat(run.out().lines()).hasSize(10).contains(NUMBER);
    assertThat(run.questions()).isEmpty();
  }

  @Test
  void claimAndMove_agreed_numberIsThereOnItsFlow() {
    String flow = aws.addFlow(instance, "Main menu");
    agreed(new ClaimNumber(), List.of("--instance", instance, "--number", NUMBER, "--flow", flow));
    OwnedNumber claimed = theNumber();
    assertThat(claimed.targetArn()).isEqualTo(instance);
    assertThat(sent("AssociatePhoneNumberContactFlow")).hasSize(1);

    String group = aws.addTrafficDistributionGroup(instance);
    agreed(
        new MoveNumber(),
        List.of("--instance", instance, "--id", claimed.id(), "--to", group, "--flow", flow));
    assertThat(theNumber().targetArn()).isEqualTo(group);
    assertThat(sent("AssociatePhoneNumberContactFlow")).hasSize(2);
  }

  @Test
  void importNumber_agreed_numberIsThere() {
    String source = aws.addSourceNumber("US", "DID", "+12065550190");
    agreed(new ImportNumber(), List.of("--instance", instance, "--source", source));
    assertThat(theNumber().number()).isEqualTo("+12065550190");
  }

  @Test
  void changes_ofAClaimedNumber_areMade() {
    String id = claimed();
    String flow = aws.addFlow(instance, "Night");
    var at = List.of("--id", id, "--instance", instance);

    var described = agreed(new UpdateDescription(), and(at, "--description", "Night line"));
    assertThat(described.out()).contains("is described as: Night line");
    var tagged = agreed(new TagNumber(), and(at, "--tag", "a=1", "--tag", "b=2", "--untag", "a"));
    assertThat(tagged.out()).contains("{a=1, b=2}", "{b=2}");
    assertThat(described.questions()).isEmpty();
    assertThat(tagged.questions()).isEmpty();

    agreed(new AttachFlow(), and(at, "--flow", flow));
    assertThat(sent("AssociatePhoneNumberContactFlow")).hasSize(1);
    agreed(new DetachFlow(), at);
    assertThat(sent("DisassociatePhoneNumberContactFlow")).hasSize(1);

    assertThat(agreed(new DescribeNumber(), at).out())
        .contains("*******0100 CLAIMED at " + instance, "description: Night line", "tag: b=2");
    assertThat(agreed(new ListNumbers(), List.of("--country", "US", "--type", "TOLL_FREE")).out())
        .contains("*******0100 at " + instance + ", id " + id);
    assertThat(agreed(new ListNumbers(), List.of("--prefix", "+1206")).out())
        .isEqualToIgnoringNewLines("0 in all");
  }

  @Test
  void release_lastFourDigits_numberIsGone() {
    var run =
        Programs.withPersonTyping("0100")
            .run(new ReleaseNumber(), onAws(List.of("--id", claimed(), "--number", NUMBER)));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("released *******0100");
    assertThat(aws.ledger().numbers()).isEmpty();
  }

  @Test
  void release_numberOfAnotherInstance_changesNothing() {
    String other = aws.addInstance();
    var run =
        Programs.withPersonTyping("0100")
            .run(
                new ReleaseNumber(),
                onAws(List.of("--id", claimed(), "--number", NUMBER, "--instance", other)));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("Nothing was changed", "*******0100 is not at", instance);
    assertThat(sent("ReleasePhoneNumber")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void updateCallingName_agreed_isRenamedInItsNamespace(boolean legacy) {
    if (legacy) {
      aws.addLegacyNumber(NUMBER);
    } else {
      aws.addVoiceNumber(NUMBER);
    }
    List<String> options =
        new ArrayList<>(
            List.of("--number", NUMBER, "--name", "ACME", "--after-pending", "--region"));
    options.addAll(List.of("us-east-1", "--endpoint"));
    options.add((legacy ? aws.legacyEndpoint() : aws.voiceEndpoint()).toString());
    if (legacy) {
      options.add("--legacy");
    }
    var run =
        Programs.withPersonTyping("yes")
            .run(new UpdateCallingName(), options.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("renamed ChimeNumber").doesNotContain("18005550");
    assertThat(sent((legacy ? "chime" : "chimesdkvoice") + ":UpdatePhoneNumber")).hasSize(1);
  }

  @Test
  void describe_unknownId_failsInOneSentence() {
    var run = Programs.withoutTerminal().run(new DescribeNumber(), onAws(List.of("--id", ID)));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("describe of").doesNotContain("\tat ");
  }

  @Test
  void claim_instanceOfAnotherRegion_isInvalidAndSendsNothing() {
    var run =
        Programs.withPersonTyping("yes")
            .run(
                new ClaimNumber(),
                onAws(
                    List.of(
                        "--instance",
                        instance.replace("us-west-2", "eu-west-2"),
                        "--number",
                        NUMBER)));
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(aws.ledger().requests()).isEmpty();
  }

  private static Programs.Run agreed(ExampleCommand program, List<String> options) {
    var run = Programs.withPersonTyping("yes").run(program, onAws(options));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private static String claimed() {
    agreed(new ClaimNumber(), List.of("--instance", instance, "--number", NUMBER));
    return theNumber().id();
  }

  private static OwnedNumber theNumber() {
    assertThat(aws.ledger().numbers()).hasSize(1);
    return aws.ledger().numbers().get(0);
  }

  private static List<RecordedRequest> sent(String operation) {
    return aws.ledger().requests(operation);
  }

  private static List<String> onRegion(String... options) {
    return and(List.of("--region", "us-west-2"), options);
  }

  private static String[] onAws(List<String> options) {
    return and(options, "--region", aws.region(), "--endpoint", aws.endpoint().toString())
        .toArray(String[]::new);
  }

  private static List<String> and(List<String> options, String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return all;
  }
}

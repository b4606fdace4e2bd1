package dev.dialtone.examples;

import static java.time.Duration.ofSeconds;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.error.NumberTakenException;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.testkit.Disposition;
import dev.dialtone.testkit.Effect;
import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.Ledger;
import dev.dialtone.testkit.RecordedRequest;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;

/**
 * The main job, to be watched: the life of several numbers at once, through the real AWS SDK
 * clients and over HTTP, on a stand-in for Amazon Connect and Amazon Chime. One reply is lost, some
 * requests are refused as one too many, one number is taken by somebody else, one claim settles as
 * failed, one change outlives its process. The exit code is 0 if everything ended as it should.
 */
public final class Tour {
  private static final List<String> OPERATIONS =
      List.of(
          "SearchAvailablePhoneNumbers",
          "ClaimPhoneNumber",
          "ImportPhoneNumber",
          "DescribePhoneNumber",
          "UpdatePhoneNumber",
          "AssociatePhoneNumberContactFlow",
          CallingNameStory.UPDATE);

  private final PrintStream out;
  private final Chronicle chronicle;
  private final List<Wish> wishes = new ArrayList<>();
  private boolean renamed;

  private Tour(PrintStream out) {
    this.out = out;
    this.chronicle = new Chronicle(out);
  }

  /** Runs on the stand-in. */
  public static void main(String[] args) {
    System.exit(run(System.out) ? 0 : 1);
  }

  /** Whether everything ended as it should. */
  static boolean run(PrintStream out) {
    var tour = new Tour(out);
    // Told of a larger burst than the account allows, the client meets some 429s at first.
    try (StandIn aws = StandIn.startWithQuota(3, 3);
        tour.chronicle;
        PhoneNumbers numbers =
            PhoneNumbers.builder()
                .connect(ConnectAdapter.of(aws.client()))
                .quota(Quota.of(3, 5))
                .executor(tour.chronicle.pen())
                .build()) {
      tour.live(aws, numbers);
      return tour.account(aws);
    }
  }

  private void live(StandIn aws, PhoneNumbers numbers) {
    out.println(
        "Dialtone: the life of phone numbers, on a stand-in at " + aws.simulator().endpoint());

    chronicle.heading("1. Search: which toll-free numbers may we have?");
    List<E164> offers =
        numbers
            .search(CountryCode.of("US"), NumberType.TOLL_FREE)
            .offeredTo(aws.instance())
            .prefix("+1800")
            .first(7)
            .await(ofSeconds(30))
            .stream()
            .map(AvailableNumber::number)
            .toList();
    chronicle.say("search", "offered: " + offers);

    chronicle.heading("2. Claim six at once, each onto the flow 'Main menu'");
    claimAsSomebodyElse(aws, offers.get(5));
    aws.simulator()
        .faults()
        .failSettling(offers.get(4).value(), "The limit of total claimed numbers is reached.");
    aws.simulator().faults().next("ClaimPhoneNumber", Fault.replyLostAfterEffect());
    Wish lost = claim(aws, numbers, offers.get(0), "its reply is lost", Wish.DONE);
    lost.awaitSent();
    Wish first = claim(aws, numbers, offers.get(1), "nothing special", Wish.DONE);
    Wish second = claim(aws, numbers, offers.get(2), "nothing special", Wish.DONE);
    claim(aws, numbers, offers.get(3), "nothing special", Wish.DONE);
    claim(aws, numbers, offers.get(4), "the target is full", OperationFailedException.class);
    Wish taken =
        claim(aws, numbers, offers.get(5), "somebody is faster", NumberTakenException.class);
    taken.await();
    claim(aws, numbers, offers.get(6), "the next candidate", Wish.DONE);
    wishes.forEach(Wish::await);

    chronicle.heading("3. Import one that AWS End User Messaging has: calls and texts");
    importOne(aws, numbers);
    wishes.forEach(Wish::await);

    chronicle.heading(
        "4. Move two to the traffic distribution group; their flow does not come along");
    move(aws, numbers, first);
    move(aws, numbers, second);
    wishes.forEach(Wish::await);

    chronicle.heading("5. Describe: the number whose reply was lost is ours, once");
    lost.result()
        .ifPresent(
            number ->
                chronicle.say(
                    "describe", numbers.describe(number.id()).await(ofSeconds(30)).toString()));
    chronicle.heading(
        "6. Change a calling name of Amazon Chime; the process ends before it is done");
    renamed = new CallingNameStory(aws, chronicle).tell();
  }

  private Wish claim(
      StandIn aws, PhoneNumbers numbers, E164 number, String story, Class<?> expected) {
    Operation<ConnectNumber> claim =
        numbers
            .claim(number)
            .to(aws.instance())
            .description("Support line")
            .tag("team", "support")
            .attachFlow(aws.flow())
            .start();
    return wish("claim " + number, story, claim, expected);
  }

  private void importOne(StandIn aws, PhoneNumbers numbers) {
    SourceNumber texts =
        SourceNumber.of(aws.simulator().addSourceNumber("US", "TOLL_FREE", "+18005550190"));
    wish(
        "import *******0190",
        "from texts",
        numbers.importNumber(texts).to(aws.instance()).attachFlow(aws.flow()).start(),
        Wish.DONE);
  }

  private void move(StandIn aws, PhoneNumbers numbers, Wish claimed) {
    claimed
        .result()
        .ifPresent(
            number ->
                wish(
                    "move  " + number.number(),
                    "to the group",
                    numbers.move(number.id()).to(aws.group()).attachFlow(aws.flow()).start(),
                    Wish.DONE));
  }

  private Wish wish(
      String name, String story, Operation<ConnectNumber> operation, Class<?> expected) {
    chronicle.follow(name, operation);
    var wish = new Wish(name, story, operation, expected, chronicle);
    wishes.add(wish);
    return wish;
  }

  /** Another team's script, without Dialtone. */
  private static void claimAsSomebodyElse(StandIn aws, E164 number) {
    try (ConnectAsyncClient other = aws.client().build()) {
      other
          .claimPhoneNumber(
              claim -> claim.phoneNumber(number.value()).targetArn(aws.instance().text()))
          .join();
    }
  }

  /** The end of the tour: what every wish came to, and what the stand-in says to it. */
  private boolean account(StandIn aws) {
    Ledger ledger = aws.simulator().ledger();
    out.println();
    out.println("What came of it:                        calls looks  time      end");
    wishes.forEach(wish -> out.println("  " + wish.row()));

    out.println();
    out.println("What the stand-in says:");
    for (String operation : OPERATIONS) {
      List<RecordedRequest> requests = ledger.requests(operation);
      out.printf(
          "  %-32s %3d requests, %2d with an effect, %2d refused as too many (429), %d lost%n",
          operation,
          requests.size(),
          ledger.effects(operation).size(),
          count(requests, Disposition.THROTTLED),
          count(requests, Disposition.LOST));
    }
    boolean once = oneEffectEach(ledger.effects("ClaimPhoneNumber"));
    boolean asTheyShould = renamed && wishes.stream().allMatch(Wish::endedAsItShould);
    out.println(once ? "  no number was claimed twice" : "  A NUMBER WAS CLAIMED TWICE");
    out.println(renamed ? "  one number was renamed, once" : "  NO NUMBER WAS RENAMED, OR TWICE");
    out.printf(
        "%n%s after %.1f seconds%n",
        once && asTheyShould ? "Everything ended as it should" : "SOMETHING IS WRONG",
        chronicle.seconds());
    return once && asTheyShould;
  }

  private static long count(List<RecordedRequest> requests, Disposition disposition) {
    return requests.stream().filter(request -> request.disposition() == disposition).count();
  }

  private static boolean oneEffectEach(List<Effect> claims) {
    return claims.stream().map(Effect::phoneNumber).distinct().count() == claims.size();
  }
}

package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.chime.ChimeAdapter;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.E164;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import java.util.List;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClientBuilder;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;

/** The screenful of code that README shows: search, claim, import, move, change a calling name. */
public final class QuickStart {
  private QuickStart() {}

  /** Runs on the stand-in. */
  public static void main(String[] args) {
    try (StandIn aws = StandIn.start()) {
      String texts = aws.simulator().addSourceNumber("US", "TOLL_FREE", "+18005550190");
      aws.simulator().addVoiceNumber("+12065550100");
      run(aws, SourceNumber.of(texts), E164.of("+12065550100"));
    }
  }

  private static void run(StandIn aws, SourceNumber textsNumber, E164 salesNumber) {
    ConnectAsyncClientBuilder connect = aws.client();
    ChimeSdkVoiceAsyncClientBuilder chime = aws.voiceClient();
    Target.Instance instance = aws.instance();
    Target.TrafficDistributionGroup group = aws.group();
    ContactFlow flow = aws.flow();
    // README: quick start
    try (PhoneNumbers numbers =
        PhoneNumbers.builder()
            .connect(ConnectAdapter.of(connect))
            .chime(ChimeAdapter.voice(chime))
            .build()) {
      List<AvailableNumber> offers =
          numbers
              .search(CountryCode.of("US"), NumberType.TOLL_FREE)
              .offeredTo(instance)
              .prefix("+1800")
              .first(5)
              .await(ofSeconds(30));

      Operation<ConnectNumber> claim =
          numbers
              .claim(offers.get(0).number())
              .to(instance)
              .description("Support line")
              .tag("team", "support")
              .attachFlow(flow)
              .start(); // returns at once; claim.ticket() is worth keeping
      ConnectNumber support = claim.await(ofMinutes(2)); // settled, verified, on its flow

      numbers.importNumber(textsNumber).to(instance).start().await(ofMinutes(2));

      numbers.move(support.id()).to(group).attachFlow(flow).start().await(ofMinutes(2));
      System.out.println(numbers.describe(support.id()).await(ofSeconds(10)));

      Operation<ChimeNumber> rename = // takes up to 72 hours
          numbers.updateCallingName(salesNumber, CallingName.of("ACME SALES")).start();
      System.out.println(rename.await(ofMinutes(2)));
    } catch (OperationFailedException failed) { // a 200 that settled as FAILED
      System.err.println(failed.statusMessage() + ": " + failed.advice());
      throw failed;
    } catch (OutcomeUnknownException unknown) { // never guessed, never sent twice
      System.err.println("read what is there before trying again: " + unknown.advice());
      throw unknown;
    } catch (StillInProgressException patience) { // the operation goes on: keep its ticket
      System.err.println(patience.getMessage());
    }
    // README: end
  }
}

package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.error.OperationFailedException;
import dev.dialtone.error.OutcomeUnknownException;
import dev.dialtone.model.AvailableNumber;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.CountryCode;
import dev.dialtone.model.NumberType;
import dev.dialtone.model.Target;
import java.util.List;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;

/** The screenful of code that README shows: search, claim with a flow, move, describe. */
public final class QuickStart {
  private QuickStart() {}

  /** Runs on the stand-in. */
  public static void main(String[] args) {
    try (StandIn aws = StandIn.start()) {
      ConnectNumber now =
          run(aws.client(), aws.instance().text(), aws.group().text(), aws.flow().toString());
      System.out.println("now " + now);
    }
  }

  static ConnectNumber run(
      ConnectAsyncClientBuilder client, String instanceArn, String groupArn, String flowArn) {
    // README: quick start
    Target.Instance instance = Target.instance(instanceArn);
    Target.TrafficDistributionGroup group = Target.trafficDistributionGroup(groupArn);
    ContactFlow flow = ContactFlow.of(flowArn);

    try (PhoneNumbers numbers = PhoneNumbers.builder().connect(ConnectAdapter.of(client)).build()) {
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

      numbers.move(support.id()).to(group).attachFlow(flow).start().await(ofMinutes(2));

      return numbers.describe(support.id()).await(ofSeconds(10));
    } catch (OperationFailedException failed) { // a 200 that settled as FAILED
      System.err.println(failed.statusMessage() + ": " + failed.advice());
      throw failed;
    } catch (OutcomeUnknownException unknown) { // never guessed, never sent twice
      System.err.println("read what is there before trying again: " + unknown.ticket());
      throw unknown;
    }
    // README: end
  }
}

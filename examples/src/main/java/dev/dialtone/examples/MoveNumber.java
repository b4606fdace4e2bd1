package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;

/** Moves a number from its instance to a traffic distribution group, and its flow with it. */
public final class MoveNumber {
  private MoveNumber() {}

  /** Runs on the stand-in. */
  public static void main(String[] args) {
    try (StandIn aws = StandIn.start();
        PhoneNumbers numbers =
            PhoneNumbers.builder().connect(ConnectAdapter.of(aws.client())).build()) {
      ConnectNumber support =
          numbers.claim(E164.of("+18005550100")).to(aws.instance()).start().await(ofMinutes(2));
      System.out.println("before " + support);

      // Amazon Connect does not move the flow with the number, so it is named again.
      ConnectNumber moved =
          numbers
              .move(support.id())
              .to(aws.group())
              .attachFlow(aws.flow())
              .start()
              .await(ofMinutes(2));
      System.out.println("after  " + moved);

      // Already as wanted: nothing is sent.
      numbers.move(support.id()).to(aws.group()).start().await(ofMinutes(2));
      int sent = aws.simulator().ledger().requests("UpdatePhoneNumber").size();
      System.out.println("moves sent: " + sent);
    }
  }
}

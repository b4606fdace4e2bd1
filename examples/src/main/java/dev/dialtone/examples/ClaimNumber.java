package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;

/** Claims a number, puts it on a flow, and shows each stage while it settles. */
public final class ClaimNumber {
  private ClaimNumber() {}

  /** Runs on the stand-in. */
  public static void main(String[] args) {
    try (StandIn aws = StandIn.start();
        PhoneNumbers numbers =
            PhoneNumbers.builder().connect(ConnectAdapter.of(aws.client())).build()) {
      Operation<ConnectNumber> claim =
          numbers
              .claim(E164.of("+18005550100"))
              .to(aws.instance())
              .description("Support line")
              .tag("team", "support")
              .attachFlow(aws.flow())
              .start(); // returns at once

      // Keep this, encoded, where it outlives the process: it is all that is needed to go on.
      System.out.println("started " + claim.ticket());
      claim.onProgress(progress -> System.out.println("  " + progress.stage()));

      System.out.println("claimed " + claim.await(ofMinutes(2)));
    }
  }
}

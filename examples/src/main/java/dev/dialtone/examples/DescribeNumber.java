package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;

/** Reads a number, and one that is not there. */
public final class DescribeNumber {
  private DescribeNumber() {}

  /** Runs on the stand-in. */
  public static void main(String[] args) {
    try (StandIn aws = StandIn.start();
        PhoneNumbers numbers =
            PhoneNumbers.builder().connect(ConnectAdapter.of(aws.client())).build()) {
      ConnectNumber claimed =
          numbers.claim(E164.of("+18005550100")).to(aws.instance()).start().await(ofMinutes(2));

      ConnectNumber now = numbers.describe(claimed.id()).await(ofSeconds(10));
      System.out.println(
          now.number() + " is " + now.status() + " at " + now.target().orElseThrow());

      try {
        numbers
            .describe(PhoneNumberId.of("00000000-0000-4000-8000-000000000000"))
            .await(ofSeconds(10));
      } catch (NotFoundException unknown) {
        System.out.println("not there: " + unknown.getMessage());
      }
    }
  }
}

package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import picocli.CommandLine.Command;

/** Reads a number, and one that is not there. */
@Command(description = "Shows what Amazon Connect knows of a number.")
public final class DescribeNumber extends NumberCommand {
  DescribeNumber() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new DescribeNumber(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    ConnectNumber claimed =
        numbers.claim(E164.of("+18005550100")).to(aws.instance()).start().await(ofMinutes(2));

    ConnectNumber now = numbers.describe(claimed.id()).await(ofSeconds(10));
    System.out.println(now.number() + " is " + now.status() + " at " + now.target().orElseThrow());

    try {
      numbers
          .describe(PhoneNumberId.of("00000000-0000-4000-8000-000000000000"))
          .await(ofSeconds(10));
    } catch (NotFoundException unknown) {
      System.out.println("not there: " + unknown.getMessage());
    }
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    ConnectNumber now = numbers.describe(id).await(ofSeconds(30));
    System.out.println(now);
    now.description().ifPresent(text -> System.out.println("  description: " + text));
    now.tags().forEach((key, value) -> System.out.println("  tag: " + key + "=" + value));
  }
}

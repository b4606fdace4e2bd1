package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;

import dev.dialtone.ClaimRequest;
import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Claims a number, puts it on a flow, and shows each stage while it settles. */
@Command(description = "Claims a number, which costs money.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class ClaimNumber extends InstanceCommand {
  @Option(
      names = "--number",
      required = true,
      paramLabel = "NUMBER",
      description = "for example +18005550100")
  E164 number;

  @Option(names = "--flow", paramLabel = "ARN", description = "the flow that answers its calls")
  Optional<ContactFlow> flow = Optional.empty();

  ClaimNumber() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new ClaimNumber(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    follow(
        numbers
            .claim(E164.of("+18005550100"))
            .to(aws.instance())
            .description("Support line")
            .tag("team", "support")
            .attachFlow(aws.flow()));
  }

  @Override
  Optional<Undertaking> undertaking() {
    return Optional.of(
        Undertaking.of(
            "claim " + number + " for instance " + instance,
            "The number costs money until it is released, and counts towards the account's churn"
                + " allowance: claims and releases of 180 days are limited."));
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    ClaimRequest claim = numbers.claim(number).to(instance);
    follow(flow.map(claim::attachFlow).orElse(claim));
  }

  private static void follow(ClaimRequest request) {
    Operation<ConnectNumber> claim = request.start(); // returns at once

    // Keep this, encoded, where it outlives the process: it is all that is needed to go on.
    System.out.println("started " + claim.ticket());
    claim.onProgress(progress -> System.out.println("  " + progress.stage()));

    System.out.println("claimed " + claim.await(ofMinutes(2)));
  }
}

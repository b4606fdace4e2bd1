package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes a number's description, and once more, which sends nothing. */
@Command(description = "Changes the description of a number.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class UpdateDescription extends NumberCommand {
  @Option(
      names = "--description",
      required = true,
      paramLabel = "TEXT",
      description = "the new one")
  String description;

  UpdateDescription() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new UpdateDescription(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    PhoneNumberId support =
        numbers.claim(E164.of("+18005550100")).to(aws.instance()).start().await(ofMinutes(2)).id();

    show(numbers.updateDescription(support, "Night line").start().await(ofMinutes(2)));

    // Already as wanted: nothing is sent.
    show(numbers.updateDescription(support, "Night line").start().await(ofMinutes(2)));
    int sent = aws.simulator().ledger().requests("UpdatePhoneNumberMetadata").size();
    System.out.println("descriptions sent: " + sent);
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    show(numbers.updateDescription(id, description).start().await(ofMinutes(2)));
  }

  private static void show(ConnectNumber now) {
    System.out.println(now.number() + " is described as: " + now.description().orElse("(nothing)"));
  }
}

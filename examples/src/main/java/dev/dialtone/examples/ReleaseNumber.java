package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.error.NotFoundException;
import dev.dialtone.error.ReleaseRefusedException;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.ReleasedNumber;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Releases a number, but not one that was mixed up with another. */
@Command(description = "Releases a number, which cannot be undone.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class ReleaseNumber extends NumberCommand {
  @Option(
      names = "--number",
      required = true,
      paramLabel = "NUMBER",
      description = "the number that the id must belong to, for example +18005550100")
  E164 number;

  ReleaseNumber() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new ReleaseNumber(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    E164 number = E164.of("+18005550100");
    PhoneNumberId id = numbers.claim(number).to(aws.instance()).start().await(ofMinutes(2)).id();

    try {
      numbers.release(id).confirm(E164.of("+18005550101")).start().await(ofMinutes(2));
    } catch (ReleaseRefusedException another) {
      System.out.println("refused: " + another.getMessage());
    }

    show(numbers.release(id).confirm(number).start().await(ofMinutes(2)));

    try {
      numbers.describe(id).await(ofMinutes(2));
    } catch (NotFoundException gone) {
      System.out.println("gone: " + gone.getMessage());
    }
  }

  @Override
  Optional<Undertaking> undertaking() {
    return Optional.of(
        Undertaking.of(
            "release " + number + ", " + theNumber(),
            "This cannot be undone: its flow is deactivated, nobody can claim the number for up to"
                + " 180 days, and it counts towards the account's churn allowance.",
            number));
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    show(numbers.release(id).confirm(number).start().await(ofMinutes(2)));
  }

  private static void show(ReleasedNumber released) {
    System.out.println("released " + released.number());
  }
}

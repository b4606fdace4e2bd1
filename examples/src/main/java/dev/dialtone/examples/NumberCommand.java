package dev.dialtone.examples;

import static java.time.Duration.ofSeconds;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.model.Target;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A program for a verb that needs a number which the account has. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required
abstract class NumberCommand extends ExampleCommand {
  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "the number, by the id or ARN that ListNumbers shows")
  PhoneNumberId id;

  @Option(
      names = "--instance",
      paramLabel = "ARN",
      description = "the instance that the number must be at; any number if left out")
  Optional<Target.Instance> instance = Optional.empty();

  @Override
  void checkFirst(PhoneNumbers numbers) {
    instance.ifPresent(wanted -> checkIsAt(wanted, numbers.describe(id).await(ofSeconds(30))));
  }

  /** The number, where it must be, in the words of an {@link Undertaking}. */
  final String theNumber() {
    return "the number "
        + id
        + instance.map(at -> " (only if it is at instance " + at + ")").orElse("");
  }

  private static void checkIsAt(Target.Instance wanted, ConnectNumber now) {
    if (!now.isAt(wanted)) {
      throw new RefusedException(
          "Nothing was changed, because "
              + now.number()
              + " is not at "
              + wanted
              + now.target().map(at -> " but at " + at).orElse("")
              + ". Name that, or leave out --instance.");
    }
  }
}

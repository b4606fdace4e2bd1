package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.SourceNumber;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Imports a number that AWS End User Messaging has. */
@Command(description = "Imports a number of another AWS service, for example End User Messaging.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class ImportNumber extends InstanceCommand {
  @Option(
      names = "--source",
      required = true,
      paramLabel = "ARN",
      description = "the number there, for example arn:aws:sms-voice:...:phone-number/phone-...")
  SourceNumber source;

  ImportNumber() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new ImportNumber(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    var texts = SourceNumber.of(aws.simulator().addSourceNumber("US", "TOLL_FREE", "+18005550190"));

    ConnectNumber imported =
        numbers
            .importNumber(texts)
            .to(aws.instance())
            .description("Calls and texts")
            .attachFlow(aws.flow())
            .start()
            .await(ofMinutes(2));

    System.out.println("imported " + imported);
    System.out.println("it came from " + imported.sourceArn().orElseThrow());
  }

  @Override
  Optional<Undertaking> undertaking() {
    return Optional.of(
        Undertaking.of(
            "import " + source + " to instance " + instance,
            "Its calls go to Amazon Connect from then on, which costs money, and it counts towards"
                + " the account's churn allowance as a claim does."));
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    System.out.println(
        "imported " + numbers.importNumber(source).to(instance).start().await(ofMinutes(2)));
  }
}

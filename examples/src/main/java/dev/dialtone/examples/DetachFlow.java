package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;

import dev.dialtone.ChangeRequest;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Takes a number off its flow. */
@Command(
    description = {
      "Takes a number off its flow.",
      "For a number of a traffic distribution group, --instance names the instance of the flow."
    })
public final class DetachFlow extends NumberCommand {
  DetachFlow() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new DetachFlow(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    ConnectNumber support =
        numbers
            .claim(E164.of("+18005550100"))
            .to(aws.instance())
            .attachFlow(aws.flow())
            .start()
            .await(ofMinutes(2));

    detach(numbers.detachFlow(support.id()));
  }

  @Override
  Optional<Undertaking> undertaking() {
    return Optional.of(
        Undertaking.of(
            "take the number "
                + id
                + " off its flow"
                + instance.map(at -> " of instance " + at).orElse(""),
            "Calls to it are answered by nobody until another flow is attached."));
  }

  @Override
  void checkFirst(PhoneNumbers numbers) {
    // Here the instance is the flow's; the number may be at a group.
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    detach(instance.map(at -> numbers.detachFlow(id, at)).orElseGet(() -> numbers.detachFlow(id)));
  }

  private static void detach(ChangeRequest<ConnectNumber> request) {
    ConnectNumber now = request.start().await(ofMinutes(2));
    System.out.println(now.number() + " is on no flow");
  }
}

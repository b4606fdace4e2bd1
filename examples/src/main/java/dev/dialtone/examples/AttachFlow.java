package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.PhoneNumberId;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts a number on a flow, which answers its calls. */
@Command(description = "Puts a number on a flow, in place of any before.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class AttachFlow extends NumberCommand {
  @Option(
      names = "--flow",
      required = true,
      paramLabel = "ARN",
      description = "the flow that answers its calls")
  ContactFlow flow;

  AttachFlow() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new AttachFlow(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    PhoneNumberId support =
        numbers.claim(E164.of("+18005550100")).to(aws.instance()).start().await(ofMinutes(2)).id();

    attach(numbers, support, aws.flow());

    // Already on it: nothing is sent.
    attach(numbers, support, aws.flow());
    int sent = aws.simulator().ledger().requests("AssociatePhoneNumberContactFlow").size();
    System.out.println("flows sent: " + sent);
  }

  @Override
  Optional<Undertaking> undertaking() {
    return Optional.of(
        Undertaking.of(
            "put " + theNumber() + " on the flow " + flow,
            "That flow answers its calls from then on, in place of any it is on now."));
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    attach(numbers, id, flow);
  }

  private static void attach(PhoneNumbers numbers, PhoneNumberId id, ContactFlow flow) {
    var now = numbers.attachFlow(id, flow).start().await(ofMinutes(2));
    System.out.println(now.number() + " is answered by " + flow);
  }
}

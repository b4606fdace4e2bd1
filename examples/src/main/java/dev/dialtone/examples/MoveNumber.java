package dev.dialtone.examples;

import static java.time.Duration.ofMinutes;

import dev.dialtone.MoveRequest;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.Target;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves a number from its instance to a traffic distribution group, and its flow with it. */
@Command(description = "Moves a number to another instance or traffic distribution group.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class MoveNumber extends NumberCommand {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "ARN",
      description = "the instance or traffic distribution group to move it to")
  Target target;

  @Option(names = "--flow", paramLabel = "ARN", description = "the flow that answers it there")
  Optional<ContactFlow> flow = Optional.empty();

  MoveNumber() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new MoveNumber(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    ConnectNumber support =
        numbers.claim(E164.of("+18005550100")).to(aws.instance()).start().await(ofMinutes(2));
    System.out.println("before " + support);

    // Amazon Connect does not move the flow with the number, so it is named again.
    ConnectNumber moved =
        numbers
            .move(support.id())
            .to(aws.group())
            .attachFlow(aws.flow())
            .start()
            .await(ofMinutes(2));
    System.out.println("after  " + moved);

    // Already as wanted: nothing is sent.
    numbers.move(support.id()).to(aws.group()).start().await(ofMinutes(2));
    int sent = aws.simulator().ledger().requests("UpdatePhoneNumber").size();
    System.out.println("moves sent: " + sent);
  }

  @Override
  Optional<Undertaking> undertaking() {
    return Optional.of(
        Undertaking.of(
            "move " + theNumber() + " to " + target,
            flow.map(
                    there ->
                        "Its calls are routed there from then on, and answered by " + there + ".")
                .orElse(
                    "Its calls are routed there from then on, and answered by nobody until a flow"
                        + " is attached: a flow does not move with its number.")));
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    MoveRequest move = numbers.move(id).to(target);
    System.out.println(
        "moved " + flow.map(move::attachFlow).orElse(move).start().await(ofMinutes(2)));
  }
}

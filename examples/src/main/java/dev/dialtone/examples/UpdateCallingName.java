package dev.dialtone.examples;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import dev.dialtone.CallingNameRequest;
import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.chime.ChimeAdapter;
import dev.dialtone.error.ConflictException;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.CallingName;
import dev.dialtone.model.ChimeNumber;
import dev.dialtone.model.E164;
import dev.dialtone.testkit.PhoneNumberSimulator;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.services.chime.ChimeAsyncClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClient;

/**
 * Changes the calling name of a number of Amazon Chime, which takes up to 72 hours there and six
 * seconds on the stand-in, and meets a change that is pending.
 */
@Command(description = "Changes the outbound calling name of a number of Amazon Chime.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class UpdateCallingName extends ExampleCommand {
  @Option(
      names = "--number",
      required = true,
      paramLabel = "NUMBER",
      description = "the number, for example +12065550100")
  E164 number;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "what callees are to see: 2 to 15 letters, digits and blanks")
  CallingName name;

  @Option(names = "--after-pending", description = "waits for a change that is pending already")
  boolean afterPending;

  @Option(names = "--legacy", description = "the number is of the old Amazon Chime's namespace")
  boolean legacy;

  UpdateCallingName() {}

  /** Runs on the stand-in, or as the options say. */
  public static void main(String[] args) {
    ExampleRunner.main(new UpdateCallingName(), args);
  }

  @Override
  void onStandIn(StandIn aws, PhoneNumbers numbers) {
    E164 ours = E164.of("+12065550100");
    aws.simulator().addVoiceNumber(ours.value());

    Operation<ChimeNumber> rename =
        numbers.updateCallingName(ours, CallingName.of("ACME SUPPORT")).start();
    System.out.println("started " + rename.ticket());
    follow(rename);

    try {
      rename.await(ofSeconds(2)); // only your patience: the operation goes on
    } catch (StillInProgressException patience) {
      System.out.println("not yet: " + patience.getMessage());
    }

    try { // One change at a time; afterPending() would wait for the first.
      numbers.updateCallingName(ours, CallingName.of("ACME SALES")).start().await(ofSeconds(9));
    } catch (ConflictException pending) {
      System.out.println("not now: " + pending.getMessage());
    }

    System.out.println("renamed " + rename.await(ofHours(1)));
  }

  @Override
  Optional<Undertaking> undertaking() {
    return Optional.of(
        Undertaking.of(
            "change the calling name of " + number + " to " + name,
            "Callees see it where their carrier shows names. It takes up to 72 hours, no other"
                + " change is taken until then, and AWS's guide allows one in 7 days."));
  }

  @Override
  void onAws(PhoneNumbers numbers) {
    CallingNameRequest request = numbers.updateCallingName(number, name);
    Operation<ChimeNumber> rename = (afterPending ? request.afterPending() : request).start();
    System.out.println("started " + rename.ticket() + "; ending this program does not end it");
    follow(rename);
    System.out.println("renamed " + rename.await(ofHours(150)));
  }

  private static void follow(Operation<ChimeNumber> rename) {
    rename.onProgress(
        progress ->
            System.out.println(
                "  " + progress.stage() + progress.lastStatus().map(" "::concat).orElse("")));
  }

  @Override
  String service() {
    return legacy ? "the legacy Amazon Chime" : "Amazon Chime";
  }

  @Override
  URI endpointOf(PhoneNumberSimulator standIn) {
    return standIn.voiceEndpoint();
  }

  @Override
  PhoneNumbers.Builder numbers(Consumer<SdkAsyncClientBuilder<?, ?>> settings) {
    return PhoneNumbers.builder()
        .chime(
            legacy
                ? ChimeAdapter.legacy(client(ChimeAsyncClient.builder(), settings))
                : ChimeAdapter.voice(client(ChimeSdkVoiceAsyncClient.builder(), settings)));
  }
}

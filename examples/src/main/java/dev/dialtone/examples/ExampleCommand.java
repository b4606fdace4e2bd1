package dev.dialtone.examples;

import dev.dialtone.PhoneNumbers;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;

/**
 * A program for one verb. Without options it tells a story on the stand-in; with them it talks to
 * real AWS, with the credentials of the default chain. {@link ExampleRunner} runs it.
 */
@Command
@SuppressWarnings("NullAway.Init") // picocli sets what is required
abstract class ExampleCommand {
  @Option(
      names = "--region",
      required = true,
      paramLabel = "REGION",
      description = "the Region, for example us-west-2")
  Region region;

  @Option(
      names = "--endpoint",
      hidden = true,
      paramLabel = "URL",
      description = "a stand-in on this machine, such as SimulatorMain, in place of AWS")
  Optional<URI> endpoint = Optional.empty();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this")
  boolean help;

  @Spec CommandSpec spec;

  /** A small story with the numbers of the stand-in. */
  abstract void onStandIn(StandIn aws, PhoneNumbers numbers);

  /** What the options say, once the person has agreed. */
  abstract void onAws(PhoneNumbers numbers);

  /** What the person must agree to; nothing if it is free and can be undone. */
  Optional<Undertaking> undertaking() {
    return Optional.empty();
  }

  /** Refuses options that do not go together. */
  void checkOptions() {}

  /** Refuses what only AWS can tell is not meant. */
  void checkFirst(PhoneNumbers numbers) {}

  final ConnectAsyncClientBuilder client() {
    return endpoint
        .map(own -> StandIn.clientOf(own, region))
        .orElseGet(() -> ConnectAsyncClient.builder().region(region));
  }

  final String place() {
    return "Amazon Connect in "
        + region
        + endpoint.map(own -> " (a stand-in at " + own + ")").orElse("");
  }
}

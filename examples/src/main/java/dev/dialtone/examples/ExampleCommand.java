package dev.dialtone.examples;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.testkit.PhoneNumberSimulator;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;

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

  /** The service that it talks to, in words. */
  String service() {
    return "Amazon Connect";
  }

  /** Where a stand-in answers for that service. */
  URI endpointOf(PhoneNumberSimulator standIn) {
    return standIn.endpoint();
  }

  /** The service, through a client of AWS's with these settings. */
  PhoneNumbers.Builder numbers(Consumer<SdkAsyncClientBuilder<?, ?>> settings) {
    return PhoneNumbers.builder()
        .connect(ConnectAdapter.of(client(ConnectAsyncClient.builder(), settings)));
  }

  /** Talks to this stand-in from now on. */
  final void talkTo(PhoneNumberSimulator standIn) {
    region = Region.of(standIn.region());
    endpoint = Optional.of(endpointOf(standIn));
  }

  final <B extends AwsClientBuilder<B, ?> & SdkAsyncClientBuilder<B, ?>> B client(
      B builder, Consumer<SdkAsyncClientBuilder<?, ?>> settings) {
    B client =
        endpoint
            .map(own -> StandIn.pointed(builder, own, region))
            .orElseGet(() -> builder.region(region));
    settings.accept(client);
    return client;
  }

  final String place() {
    return service()
        + " in "
        + region
        + endpoint.map(own -> " (a stand-in at " + own + ")").orElse("");
  }
}

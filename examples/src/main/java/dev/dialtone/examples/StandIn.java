package dev.dialtone.examples;

import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.Target;
import dev.dialtone.testkit.PhoneNumberSimulator;
import dev.dialtone.testkit.SimulatorBuilder;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClientBuilder;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;

/**
 * A small Amazon Connect on loopback for the examples: an instance with a flow, a traffic
 * distribution group, and 40 toll-free numbers to be had. Beside it a small Amazon Chime, where a
 * calling name takes six seconds.
 */
final class StandIn implements AutoCloseable {
  private final PhoneNumberSimulator simulator;
  private final Target.Instance instance;
  private final Target.TrafficDistributionGroup group;
  private final ContactFlow flow;

  private StandIn(PhoneNumberSimulator simulator) {
    this.simulator = simulator;
    String arn = simulator.addInstance(20);
    instance = Target.instance(arn);
    group = Target.trafficDistributionGroup(simulator.addTrafficDistributionGroup(arn));
    flow = ContactFlow.of(simulator.addFlow(arn, "Main menu"));
    simulator.offer("US", "TOLL_FREE", "+18005550100", 40);
  }

  /** Settles after a second and knows no quota. */
  static StandIn start() {
    return new StandIn(builder().settlesAfter(Duration.ofSeconds(1)).start());
  }

  /** Settles after three seconds and allows as many requests a second as is said. */
  static StandIn startWithQuota(int perSecond, int burst) {
    return new StandIn(
        builder().settlesAfter(Duration.ofSeconds(3)).throttle(perSecond, burst).start());
  }

  private static SimulatorBuilder builder() {
    return PhoneNumberSimulator.builder().callingNameSettlesAfter(Duration.ofSeconds(6));
  }

  /** AWS's own client builder, pointed here. For real AWS, leave out all but the Region. */
  ConnectAsyncClientBuilder client() {
    return pointed(
        ConnectAsyncClient.builder(), simulator.endpoint(), Region.of(simulator.region()));
  }

  /** AWS's own client builder for Amazon Chime, in the voice namespace, pointed here. */
  ChimeSdkVoiceAsyncClientBuilder voiceClient() {
    return pointed(
        ChimeSdkVoiceAsyncClient.builder(),
        simulator.voiceEndpoint(),
        Region.of(simulator.region()));
  }

  /** Any builder, pointed at any stand-in; credentials are not checked there. */
  static <B extends AwsClientBuilder<B, ?>> B pointed(B builder, URI endpoint, Region region) {
    return builder
        .region(region)
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  PhoneNumberSimulator simulator() {
    return simulator;
  }

  Target.Instance instance() {
    return instance;
  }

  Target.TrafficDistributionGroup group() {
    return group;
  }

  ContactFlow flow() {
    return flow;
  }

  @Override
  public void close() {
    simulator.close();
  }
}

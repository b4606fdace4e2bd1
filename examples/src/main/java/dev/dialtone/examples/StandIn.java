package dev.dialtone.examples;

import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.Target;
import dev.dialtone.testkit.PhoneNumberSimulator;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;

/**
 * A small Amazon Connect on loopback for the examples: an instance with a flow, a traffic
 * distribution group, and 40 toll-free numbers to be had.
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
    return new StandIn(PhoneNumberSimulator.builder().settlesAfter(Duration.ofSeconds(1)).start());
  }

  /** Settles after three seconds and allows as many requests a second as is said. */
  static StandIn startWithQuota(int perSecond, int burst) {
    return new StandIn(
        PhoneNumberSimulator.builder()
            .settlesAfter(Duration.ofSeconds(3))
            .throttle(perSecond, burst)
            .start());
  }

  /** AWS's own client builder, pointed here. For real AWS, leave out all but the Region. */
  ConnectAsyncClientBuilder client() {
    return clientOf(simulator.endpoint(), Region.of(simulator.region()));
  }

  /** The same for any stand-in; credentials are not checked there. */
  static ConnectAsyncClientBuilder clientOf(URI endpoint, Region region) {
    return ConnectAsyncClient.builder()
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

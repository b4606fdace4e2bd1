package dev.dialtone.connect;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.Target;
import dev.dialtone.testkit.PhoneNumberSimulator;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;

/** A stand-in with an instance, a group and flows, and the facade over the real SDK client. */
final class OverHttp implements AutoCloseable {
  final PhoneNumberSimulator simulator;
  final Target.Instance instance;
  final Target.Instance other;
  final Target.TrafficDistributionGroup group;
  final ContactFlow flow;

  OverHttp(Duration settlesAfter) {
    simulator = PhoneNumberSimulator.builder().settlesAfter(settlesAfter).start();
    String arn = simulator.addInstance();
    instance = Target.instance(arn);
    other = Target.instance(simulator.addInstance(1));
    group = Target.trafficDistributionGroup(simulator.addTrafficDistributionGroup(arn));
    flow = ContactFlow.of(simulator.addFlow(arn, "Main menu"));
    simulator.offer("US", "TOLL_FREE", "+18005550100", 30);
  }

  ConnectAsyncClientBuilder client() {
    return ConnectAsyncClient.builder()
        .region(Region.of(simulator.region()))
        .endpointOverride(simulator.endpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  /** A budget that never makes a test wait. */
  PhoneNumbers.Builder numbers() {
    return PhoneNumbers.builder().connect(ConnectAdapter.of(client())).quota(Quota.of(1_000, 1_000));
  }

  @Override
  public void close() {
    simulator.close();
  }
}

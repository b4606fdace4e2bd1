package dev.dialtone.connect;

import com.github.tomakehurst.wiremock.common.Json;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.aws.testing.Adapters;
import dev.dialtone.aws.testing.ClientKind;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.Target;
import dev.dialtone.testing.FastTimer;
import dev.dialtone.testkit.PhoneNumberSimulator;
import dev.dialtone.testkit.RecordedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;
import wiremock.com.fasterxml.jackson.core.type.TypeReference;

/** A stand-in with an instance, a group and flows, and the facade over the real SDK client. */
final class OverHttp implements AutoCloseable {
  /** Half a minute of real time: more than any test takes, on any machine. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  static final E164 NUMBER = E164.of("+18005550100");

  /** What a good DescribePhoneNumber looks like; {@code %s} is the number. */
  static final String DESCRIBED =
      """
      {"ClaimedPhoneNumberSummary": {
        "PhoneNumberId": "0a1b2c3d-0000-4000-8000-00000000000a",
        "PhoneNumber": "%s",
        "PhoneNumberCountryCode": "US",
        "PhoneNumberType": "TOLL_FREE",
        "InstanceId": "0a1b2c3d-0000-4000-8000-00000000000b",
        "PhoneNumberStatus": {"Status": "CLAIMED", "Message": ""}}}""";

  final PhoneNumberSimulator simulator;
  final Target.Instance instance;
  final Target.Instance other;
  final Target.TrafficDistributionGroup group;
  final ContactFlow flow;
  private final FastTimer timer = new FastTimer();
  private final Adapters<ConnectAdapter> clients = Clients.adapters();

  OverHttp(Duration settlesAfter) {
    simulator = PhoneNumberSimulator.builder().settlesAfter(settlesAfter).start();
    String arn = simulator.addInstance();
    instance = Target.instance(arn);
    other = Target.instance(simulator.addInstance(1));
    group = Target.trafficDistributionGroup(simulator.addTrafficDistributionGroup(arn));
    flow = ContactFlow.of(simulator.addFlow(arn, "Main menu"));
    simulator.offer("US", "TOLL_FREE", NUMBER.value(), 30);
  }

  /** A client of the stand-in. */
  ConnectAsyncClientBuilder client() {
    return client(simulator.endpoint());
  }

  /** A client of whatever listens there. */
  static ConnectAsyncClientBuilder client(URI endpoint) {
    return Clients.async(endpoint);
  }

  /** An adapter of this kind for the stand-in. */
  ConnectAdapter adapter(ClientKind kind) {
    return adapter(kind, client -> {});
  }

  /** The same with these settings. */
  ConnectAdapter adapter(ClientKind kind, Consumer<AwsClientBuilder<?, ?>> settings) {
    return clients.of(kind, simulator.endpoint(), settings);
  }

  /** A budget that never makes a test wait, and pauses that are over soon. */
  PhoneNumbers.Builder numbers() {
    return numbers(client());
  }

  /** The same over this client. */
  PhoneNumbers.Builder numbers(ConnectAsyncClientBuilder client) {
    return numbers(ConnectAdapter.of(client));
  }

  /** The same over this adapter. */
  PhoneNumbers.Builder numbers(ConnectAdapter adapter) {
    return PhoneNumbers.builder()
        .connect(adapter)
        .quota(Quota.of(1_000_000, 1_000_000))
        .timer(timer);
  }

  /** What arrived for one operation. */
  List<RecordedRequest> requests(String operation) {
    return simulator.ledger().requests(operation);
  }

  /** The tokens that arrived for one operation, in order. */
  List<Object> tokens(String operation) {
    return requests(operation).stream().map(request -> body(request).get("ClientToken")).toList();
  }

  /** The members of a request's body. */
  static Map<String, Object> body(RecordedRequest request) {
    return Json.read(request.body(), new TypeReference<>() {});
  }

  @Override
  public void close() {
    clients.close();
    simulator.close();
    timer.close();
  }
}

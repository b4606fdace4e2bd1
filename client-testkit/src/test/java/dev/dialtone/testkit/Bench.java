package dev.dialtone.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.ClaimedPhoneNumberSummary;

/** A simulator on a hand-driven clock with 30 numbers, and the real client without retries. */
final class Bench implements AutoCloseable {
  static final String FIRST = "+18005550100";
  static final String SECOND = "+18005550101";
  static final String SOURCE = "+12065550100";
  static final Duration SETTLING = Duration.ofMillis(200);

  final HandClock clock = new HandClock();
  final PhoneNumberSimulator simulator;
  final String instance;
  final ConnectClient connect;

  Bench() {
    this(builder -> builder);
  }

  Bench(UnaryOperator<SimulatorBuilder> settings) {
    simulator = settings.apply(PhoneNumberSimulator.builder().clock(clock)).start();
    instance = simulator.addInstance();
    simulator.offer("US", "TOLL_FREE", FIRST, 30);
    connect = client(simulator.endpoint());
  }

  static ConnectClient client(URI endpoint) {
    return ConnectClient.builder()
        .region(Region.US_WEST_2)
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .overrideConfiguration(
            settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  static String token() {
    return UUID.randomUUID().toString();
  }

  ClaimPhoneNumberRequest.Builder claimOf(String number) {
    return ClaimPhoneNumberRequest.builder().targetArn(instance).phoneNumber(number);
  }

  /** Claims without waiting; returns the id. */
  String claim(String number) {
    return connect.claimPhoneNumber(claimOf(number).build()).phoneNumberId();
  }

  /** Claims and lets it settle; returns the id. */
  String claimed(String number) {
    String id = claim(number);
    settle();
    return id;
  }

  void settle() {
    clock.advance(SETTLING);
  }

  ClaimedPhoneNumberSummary describe(String id) {
    return connect
        .describePhoneNumber(request -> request.phoneNumberId(id))
        .claimedPhoneNumberSummary();
  }

  String status(String id) {
    return describe(id).phoneNumberStatus().statusAsString();
  }

  void move(String id, String target) {
    connect.updatePhoneNumber(request -> request.phoneNumberId(id).targetArn(target));
  }

  void associate(String id, String instanceId, String flow) {
    connect.associatePhoneNumberContactFlow(
        request -> request.phoneNumberId(id).instanceId(instanceId).contactFlowId(flow));
  }

  void disassociate(String id, String instanceId) {
    connect.disassociatePhoneNumberContactFlow(
        request -> request.phoneNumberId(id).instanceId(instanceId));
  }

  void describeAs(String id, String description) {
    connect.updatePhoneNumberMetadata(
        request -> request.phoneNumberId(id).phoneNumberDescription(description));
  }

  void release(String id) {
    connect.releasePhoneNumber(request -> request.phoneNumberId(id));
  }

  /** Adds a number to import; returns its ARN. */
  String source() {
    return simulator.addSourceNumber("US", "DID", SOURCE);
  }

  /** Imports without waiting; returns the id. */
  String importFrom(String source) {
    return connect
        .importPhoneNumber(request -> request.instanceId(instance).sourcePhoneNumberArn(source))
        .phoneNumberId();
  }

  List<Disposition> dispositions(String operation) {
    return simulator.ledger().requests(operation).stream()
        .map(RecordedRequest::disposition)
        .toList();
  }

  OwnedNumber owned(String id) {
    return simulator.ledger().numbers().stream()
        .filter(number -> number.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    connect.close();
    simulator.close();
  }
}

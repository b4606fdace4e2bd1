package dev.dialtone.chime;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.model.E164;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.testing.FastTimer;
import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.PhoneNumberSimulator;
import dev.dialtone.testkit.ProvisionedNumber;
import dev.dialtone.testkit.RecordedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;

/** A stand-in with one number in each namespace, and adapters and the facade over real clients. */
final class OverHttp implements AutoCloseable {
  /** Half a minute of real time: more than any test takes, on any machine. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  static final E164 NUMBER = E164.of("+12065550100");

  /** What a good GetPhoneNumber looks like; a good UpdatePhoneNumber too. */
  static final String DESCRIBED =
      """
      {"PhoneNumber": {
        "PhoneNumberId": "%2B12065550100",
        "E164PhoneNumber": "+12065550100",
        "Country": "US",
        "Type": "Local",
        "ProductType": "VoiceConnector",
        "Status": "Unassigned",
        "Capabilities": {"InboundCall": true},
        "Associations": [],
        "CallingNameStatus": "Unassigned",
        "CreatedTimestamp": "2026-11-20T00:00:00.000Z",
        "UpdatedTimestamp": "2026-11-20T00:00:00.000Z"}}""";

  final PhoneNumberSimulator simulator;
  private final FastTimer timer = new FastTimer();
  private final Clients clients = new Clients();

  OverHttp() {
    this(Duration.ZERO);
  }

  OverHttp(Duration callingNameSettlesAfter) {
    simulator =
        PhoneNumberSimulator.builder().callingNameSettlesAfter(callingNameSettlesAfter).start();
    add(ProvisionedNumber.of(NUMBER.value()));
  }

  /** Adds a number to each namespace. */
  void add(ProvisionedNumber number) {
    simulator.addVoiceNumber(number);
    simulator.addLegacyNumber(number);
  }

  /** Where the namespace is. */
  URI endpoint(ChimeKind kind) {
    return kind.isVoice() ? simulator.voiceEndpoint() : simulator.legacyEndpoint();
  }

  /** An adapter of this kind for the stand-in. */
  ChimePort adapter(ChimeKind kind) {
    return adapter(kind, client -> {});
  }

  /** The same with these settings. */
  ChimePort adapter(ChimeKind kind, Consumer<AwsClientBuilder<?, ?>> settings) {
    return clients.adapter(kind, endpoint(kind), settings);
  }

  /** A budget that never makes a test wait, and pauses that are over soon. */
  PhoneNumbers.Builder numbers(ChimeKind kind) {
    return numbers(adapter(kind));
  }

  /** The same over this adapter. */
  PhoneNumbers.Builder numbers(ChimePort adapter) {
    return PhoneNumbers.builder().chime(adapter).quota(Quota.of(1_000_000, 1_000_000)).timer(timer);
  }

  /** Each such request meets the fault from now on. */
  void always(ChimeKind kind, String operation, Fault fault) {
    simulator.faults().always(kind.operation(operation), fault);
  }

  /** What arrived for one operation. */
  List<RecordedRequest> requests(ChimeKind kind, String operation) {
    return simulator.ledger().requests(kind.operation(operation));
  }

  @Override
  public void close() {
    clients.close();
    simulator.close();
    timer.close();
  }
}

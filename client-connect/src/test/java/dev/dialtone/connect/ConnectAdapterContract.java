package dev.dialtone.connect;

import dev.dialtone.aws.testing.Adapters;
import dev.dialtone.aws.testing.ClientKind;
import dev.dialtone.model.ContactFlow;
import dev.dialtone.model.E164;
import dev.dialtone.model.SourceNumber;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.testing.ConnectPortContract;
import dev.dialtone.testkit.PhoneNumberSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;

/** The contract of every port, over HTTP, for each way to give the adapter a client. */
abstract class ConnectAdapterContract extends ConnectPortContract {
  private static final Duration SETTLES_AFTER = Duration.ofMinutes(1);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
  private final PhoneNumberSimulator simulator =
      PhoneNumberSimulator.builder().settlesAfter(SETTLES_AFTER).clock(now::get).start();
  private final Adapters<ConnectAdapter> clients = Clients.adapters();
  private final ConnectPort port;
  private final Target.Instance instance = Target.instance(simulator.addInstance());
  private final Target.Instance full = Target.instance(simulator.addInstance(0));
  private final Target.TrafficDistributionGroup group =
      Target.trafficDistributionGroup(simulator.addTrafficDistributionGroup(instance.text()));
  private final ContactFlow flow = ContactFlow.of(simulator.addFlow(instance.text(), "Main menu"));

  ConnectAdapterContract(ClientKind kind) {
    port = clients.of(kind, simulator.endpoint());
  }

  @AfterEach
  void close() {
    port.close();
    clients.close();
    simulator.close();
  }

  @Override
  protected ConnectPort port() {
    return port;
  }

  @Override
  protected Target.Instance instance() {
    return instance;
  }

  @Override
  protected Target.Instance fullInstance() {
    return full;
  }

  @Override
  protected Target.TrafficDistributionGroup group() {
    return group;
  }

  @Override
  protected ContactFlow flow() {
    return flow;
  }

  @Override
  protected void offer(E164... numbers) {
    simulator.offer("US", "TOLL_FREE", Arrays.stream(numbers).map(E164::value).toList());
  }

  @Override
  protected SourceNumber addSource(E164 number) {
    return SourceNumber.of(simulator.addSourceNumber("US", "TOLL_FREE", number.value()));
  }

  @Override
  protected void letSettle() {
    now.updateAndGet(time -> time.plus(SETTLES_AFTER));
  }
}

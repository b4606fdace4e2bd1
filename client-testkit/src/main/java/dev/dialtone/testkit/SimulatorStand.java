package dev.dialtone.testkit;

/** A simulator and its clients, which a test has to itself. This class is thread-safe. */
final class SimulatorStand implements AutoCloseable {
  private final PhoneNumberSimulator simulator;
  private final SimulatorClients clients;

  SimulatorStand(PhoneNumberSimulator simulator) {
    this.simulator = simulator;
    this.clients = SimulatorClients.of(simulator);
  }

  PhoneNumberSimulator simulator() {
    return simulator;
  }

  SimulatorClients clients() {
    return clients;
  }

  @Override
  public void close() {
    clients.close();
    simulator.close();
  }
}

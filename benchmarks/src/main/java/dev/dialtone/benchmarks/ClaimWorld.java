package dev.dialtone.benchmarks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.dialtone.testkit.Effect;
import dev.dialtone.testkit.Fault;
import dev.dialtone.testkit.Ledger;
import dev.dialtone.testkit.PhoneNumberSimulator;
import dev.dialtone.testkit.SettleTime;
import dev.dialtone.testkit.SimulatorClients;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A stand-in with all the numbers wanted, which loses replies to claims. Thread-safe. */
final class ClaimWorld implements AutoCloseable {
  private static final String CLAIM = "ClaimPhoneNumber";

  private final ClaimPlan plan;
  private final PhoneNumberSimulator simulator;
  private final String instance;
  private final SimulatorClients clients;

  ClaimWorld(ClaimPlan plan) {
    this.plan = plan;
    simulator =
        PhoneNumberSimulator.builder()
            .seed(plan.seed())
            .settlesAfter(SettleTime.uniform(Duration.ofMillis(1), Duration.ofMillis(20)))
            .start();
    instance = simulator.addInstance(plan.claims());
    simulator.offer("US", "TOLL_FREE", plan.numbers());
    simulator.faults().sometimes(CLAIM, plan.lost(), plan.seed(), Fault.replyLostAfterEffect());
    clients = SimulatorClients.of(simulator);
  }

  /** The ARN of whom the numbers are for. */
  String instance() {
    return instance;
  }

  /** Points AWS's builders here. */
  SimulatorClients clients() {
    return clients;
  }

  /** Holds what the caller was told against what was done. */
  ClaimFigures figures(String name, Map<String, Boolean> told, double seconds) {
    Ledger ledger = simulator.ledger();
    Map<String, Long> effects =
        ledger.effects(CLAIM).stream().collect(groupingBy(Effect::phoneNumber, counting()));
    Set<String> owned =
        ledger.numbers().stream().map(number -> number.number()).collect(Collectors.toSet());
    return new ClaimFigures(
        name,
        plan,
        ledger.requests(CLAIM).size(),
        (int) ledger.requests(CLAIM).stream().filter(request -> request.status() == 0).count(),
        ledger.requests().size(),
        owned.size(),
        (int) effects.values().stream().filter(times -> times > 1).count(),
        (int) owned.stream().filter(number -> !told.getOrDefault(number, false)).count(),
        (int)
            told.entrySet().stream()
                .filter(entry -> entry.getValue() && !owned.contains(entry.getKey()))
                .count(),
        seconds);
  }

  @Override
  public void close() {
    clients.close();
    simulator.close();
  }
}

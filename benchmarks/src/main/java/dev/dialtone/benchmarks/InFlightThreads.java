package dev.dialtone.benchmarks;

import static java.util.stream.Collectors.toSet;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.error.StillInProgressException;
import dev.dialtone.model.ConnectNumber;
import dev.dialtone.model.E164;
import dev.dialtone.model.Target;
import dev.dialtone.spi.ConnectPort;
import dev.dialtone.testkit.PhoneNumberSimulator;
import dev.dialtone.testkit.SimulatorClients;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.ConnectClient;

/** The library's threads while claims go to the stand-in over HTTP, by AWS's own clients. */
final class InFlightThreads {
  private static final int REQUESTS = 2_000;
  private static final Duration BETWEEN_COUNTS = Duration.ofMillis(20);

  private InFlightThreads() {}

  static int overAsyncClient(int inFlight) {
    return most(
        inFlight, clients -> ConnectAdapter.of(clients.connect(ConnectAsyncClient.builder())));
  }

  static int overSyncClient(int inFlight) {
    return most(inFlight, clients -> ConnectAdapter.of(clients.connect(ConnectClient.builder())));
  }

  /** The most there were until so many requests had been answered. */
  private static int most(int inFlight, Function<SimulatorClients, ConnectPort> adapter) {
    try (var simulator = PhoneNumberSimulator.builder().settlesAfter(Duration.ofDays(1)).start();
        var clients = SimulatorClients.of(simulator);
        PhoneNumbers numbers =
            PhoneNumbers.builder()
                .connect(adapter.apply(clients))
                .quota(Quota.of(400, 40))
                .build()) {
      Target instance = Target.instance(simulator.addInstance(inFlight));
      String first = "+18001000000";
      simulator.offer("US", "TOLL_FREE", first, inFlight);
      Operation<ConnectNumber> last = null;
      for (int i = 0; i < inFlight; i++) {
        E164 number = E164.of("+" + (Long.parseLong(first.substring(1)) + i));
        last = numbers.claim(number).to(instance).start();
      }
      Set<Thread> seen = new HashSet<>();
      while (last != null && simulator.ledger().requests().size() < REQUESTS) {
        seen.addAll(ours());
        waitABit(last);
      }
      return seen.size();
    }
  }

  private static void waitABit(Operation<?> neverDone) {
    try {
      neverDone.await(BETWEEN_COUNTS);
    } catch (StillInProgressException asExpected) {
      // Time to count again.
    }
  }

  /** Those of the library that live now. */
  static Set<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("dialtone-"))
        .collect(toSet());
  }
}

package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;

/** Eight claimers after the same numbers, with AWS's asynchronous client: nobody is lied to. */
class RaceTest {
  private static final int CLAIMERS = 8;
  private static final int NUMBERS = 200;

  private final PhoneNumberSimulator simulator =
      PhoneNumberSimulator.builder().settlesAfter(Duration.ZERO).start();
  private final SimulatorClients clients = SimulatorClients.of(simulator);
  private final ConnectAsyncClient connect = clients.connectAsync();
  private final ExecutorService threads = Executors.newFixedThreadPool(CLAIMERS);

  /** What the winner of a number was told. */
  private record Won(String number, String id, String instance) {}

  @AfterEach
  void close() {
    threads.shutdownNow();
    clients.close();
    simulator.close();
  }

  @Test
  void claim_eightClaimersOfEachNumber_oneWinsAndTheLedgerSaysWhatTheyWereTold() throws Exception {
    List<String> numbers = Inventory.consecutive("+18005550000", NUMBERS);
    simulator.offer("US", "TOLL_FREE", numbers);
    List<Won> won = race(numbers);

    assertThat(won).extracting(Won::number).containsExactlyInAnyOrderElementsOf(numbers);
    assertThat(simulator.ledger().effects("ClaimPhoneNumber"))
        .extracting(done -> new Won(done.phoneNumber(), done.phoneNumberId(), done.targetArn()))
        .containsExactlyInAnyOrderElementsOf(won);
    assertThat(simulator.ledger().numbers())
        .extracting(owned -> new Won(owned.number(), owned.id(), owned.targetArn()))
        .containsExactlyInAnyOrderElementsOf(won);
    assertThat(simulator.ledger().refused()).hasSize((CLAIMERS - 1) * NUMBERS);
    assertThat(simulator.ledger().requests("ClaimPhoneNumber")).hasSize(CLAIMERS * NUMBERS);
    assertThat(listed()).containsExactlyInAnyOrderElementsOf(won);
    SimulatorAssertions.assertThat(simulator).hasOneEffectPerOperation();
  }

  private List<Won> race(List<String> numbers) throws Exception {
    var abreast = new CyclicBarrier(CLAIMERS);
    var running = new ArrayList<Future<List<Won>>>();
    for (int claimer = 0; claimer < CLAIMERS; claimer++) {
      String instance = simulator.addInstance(NUMBERS);
      running.add(
          threads.submit(
              () -> {
                var won = new ArrayList<Won>();
                for (String number : numbers) {
                  abreast.await();
                  claim(number, instance).ifPresent(won::add);
                }
                return won;
              }));
    }
    var all = new ArrayList<Won>();
    for (Future<List<Won>> one : running) {
      all.addAll(one.get());
    }
    return all;
  }

  private Optional<Won> claim(String number, String instance) {
    try {
      return Optional.of(
          connect
              .claimPhoneNumber(claim -> claim.targetArn(instance).phoneNumber(number))
              .thenApply(claimed -> new Won(number, claimed.phoneNumberId(), instance))
              .join());
    } catch (CompletionException e) {
      assertThat(e).hasCauseInstanceOf(InvalidParameterException.class);
      return Optional.empty();
    }
  }

  private List<Won> listed() {
    return connect
        .listPhoneNumbersV2(list -> list.maxResults(1000))
        .join()
        .listPhoneNumbersSummaryList()
        .stream()
        .map(seen -> new Won(seen.phoneNumber(), seen.phoneNumberId(), seen.targetArn()))
        .toList();
  }
}

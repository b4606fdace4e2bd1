package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;

class ParallelTest {
  private static final int ROUNDS = 200;

  private final Bench bench = new Bench();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  @AfterEach
  void close() {
    threads.shutdownNow();
    bench.close();
  }

  @Test
  void claim_twoClaimersOfOneNumber_exactlyOneWins() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      bench.simulator.reset();
      List<Boolean> won = together(2, () -> wins(Bench.FIRST));

      assertThat(won).containsExactlyInAnyOrder(true, false);
      assertThat(bench.simulator.ledger().effects()).hasSize(1);
    }
  }

  @Test
  void claim_oneTokenByEightThreads_oneEffectAndEightEqualAnswers() throws Exception {
    for (int round = 0; round < ROUNDS / 4; round++) {
      bench.simulator.reset();
      var request = bench.claimOf(Bench.FIRST).clientToken(Bench.token()).build();
      List<String> arns =
          together(8, () -> bench.connect.claimPhoneNumber(request).phoneNumberArn());

      assertThat(arns).hasSize(8).containsOnly(arns.get(0));
      assertThat(bench.simulator.ledger().effects()).hasSize(1);
      assertThat(bench.simulator.ledger().requests())
          .filteredOn(seen -> seen.disposition() == Disposition.REPLAYED)
          .hasSize(7);
    }
  }

  private boolean wins(String number) {
    try {
      bench.claim(number);
      return true;
    } catch (InvalidParameterException taken) {
      return false;
    }
  }

  private <T> List<T> together(int count, Callable<T> work) throws Exception {
    var start = new CyclicBarrier(count);
    var running = new ArrayList<Future<T>>();
    for (int i = 0; i < count; i++) {
      running.add(
          threads.submit(
              () -> {
                start.await();
                return work.call();
              }));
    }
    var results = new ArrayList<T>();
    for (Future<T> future : running) {
      results.add(future.get());
    }
    return results;
  }
}

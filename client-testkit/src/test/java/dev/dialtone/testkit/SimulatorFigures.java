package dev.dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * How fast the stand-in is on this machine; no part of the build, because other work on the machine
 * would fail it. {@code mvn test -pl client-testkit -Dtest=SimulatorFigures} prints the figures.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulatorFigures {
  private static final int NUMBERS = 20_000;
  private static final int REQUESTS = 10_000;
  private static final int CALLERS = 4;

  @Test
  @Order(1)
  void start_firstInItsJvm() {
    long start = System.nanoTime();
    try (var simulator = PhoneNumberSimulator.builder().start()) {
      var took = since(start);
      System.out.printf(
          "start, first in its JVM   %d ms at %s%n", took.toMillis(), simulator.endpoint());
      assertThat(took).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  @Order(2)
  void start_laterOnes() {
    long[] starts = new long[20];
    long[] stops = new long[20];
    for (int i = 0; i < starts.length; i++) {
      long start = System.nanoTime();
      var simulator = PhoneNumberSimulator.builder().start();
      starts[i] = since(start).toMillis();
      start = System.nanoTime();
      simulator.close();
      stops[i] = since(start).toMillis();
    }
    System.out.printf("start, later              %s ms%n", median(starts));
    System.out.printf("close                     %s ms%n", median(stops));
  }

  @Test
  @Order(3)
  void reset_largeWorld() throws Exception {
    try (var simulator = PhoneNumberSimulator.builder().settlesAfter(Duration.ZERO).start()) {
      furnish(simulator);
      simulator.markAsBuilt();
      simulator.faults().always("ListPhoneNumbersV2", Fault.latency(Duration.ZERO));
      long[] resets = new long[20];
      for (int i = 0; i < resets.length; i++) {
        load(simulator, 200);
        simulator.offer("US", "DID", "+12125550000", 100);
        long start = System.nanoTime();
        simulator.reset();
        resets[i] = since(start).toNanos() / 1000;
      }
      System.out.printf(
          "reset, %d numbers      %s µs, longest %d µs%n",
          NUMBERS, median(resets), Arrays.stream(resets).max().orElseThrow());
      assertThat(Arrays.stream(resets).max().orElseThrow()).isLessThan(20_000);
    }
  }

  @Test
  @Order(4)
  void requests_aSecond() throws Exception {
    try (var simulator = PhoneNumberSimulator.builder().start()) {
      furnish(simulator);
      load(simulator, REQUESTS / 2);
      long start = System.nanoTime();
      load(simulator, REQUESTS);
      double perSecond = REQUESTS * 1e9 / since(start).toNanos();
      System.out.printf(
          "describe, %d callers       %.0f requests a second, of %d owned numbers%n",
          CALLERS, perSecond, NUMBERS / 2);
      assertThat(perSecond).isGreaterThan(1000);
    }
  }

  private static void furnish(PhoneNumberSimulator simulator) {
    String instance = simulator.addInstance(NUMBERS);
    simulator.offer("US", "TOLL_FREE", "+18005500000", NUMBERS / 2);
    Inventory.consecutive("+12065500000", NUMBERS / 2)
        .forEach(number -> simulator.own("US", "DID", number, instance));
  }

  private static void load(PhoneNumberSimulator simulator, int requests) throws Exception {
    String arn = simulator.ledger().numbers().get(0).id();
    var request =
        HttpRequest.newBuilder(URI.create(simulator.endpoint() + "/phone-number/" + arn)).build();
    var threads = Executors.newFixedThreadPool(CALLERS);
    try {
      var callers = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < CALLERS; i++) {
        callers.add(threads.submit(caller(request, requests / CALLERS)));
      }
      for (Future<Boolean> caller : callers) {
        assertThat(caller.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Boolean> caller(HttpRequest request, int requests) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return () -> {
      for (int i = 0; i < requests; i++) {
        if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() != 200) {
          return false;
        }
      }
      return true;
    };
  }

  private static String median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return Long.toString(sorted[sorted.length / 2]);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}

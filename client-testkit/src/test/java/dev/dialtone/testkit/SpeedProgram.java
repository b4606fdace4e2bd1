package dev.dialtone.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the stand-in: its start, requests a second, and a world of 20,000 numbers. No test: a
 * number of a busy machine proves nothing.
 *
 * <pre>{@code
 * mvn -q -pl client-testkit test-compile
 * java -cp client-testkit/target/classes:client-testkit/target/test-classes:$HOME/.m2/repository/org/wiremock/wiremock-standalone/3.13.2/wiremock-standalone-3.13.2.jar \
 *   dev.dialtone.testkit.SpeedProgram
 * }</pre>
 */
final class SpeedProgram {
  private static final int NUMBERS = 20_000;
  private static final int THREADS = 8;
  private static final Pattern TOKEN = Pattern.compile("\"NextToken\" ?: ?\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final PhoneNumberSimulator simulator;
  private final String instance;

  private SpeedProgram(PhoneNumberSimulator simulator) {
    this.simulator = simulator;
    this.instance = simulator.addInstance(NUMBERS);
  }

  /** Prints one line per measurement. */
  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    try (var simulator = PhoneNumberSimulator.builder().settlesAfter(Duration.ZERO).start()) {
      var program = new SpeedProgram(simulator);
      program.send("POST", "/phone-number/list", "{}");
      System.out.printf("start, with the first answer  %5d ms%n", millisSince(start));
      program.measure();
    }
  }

  private void measure() throws Exception {
    long start = System.nanoTime();
    simulator.offer("US", "DID", "+12060000000", NUMBERS);
    System.out.printf("offer %d numbers           %5d ms%n", NUMBERS, millisSince(start));
    warmUp();
    rate("claim", NUMBERS, i -> send("POST", "/phone-number/claim", claim(i)));
    String id = simulator.ledger().numbers().get(NUMBERS / 2).id();
    rate("describe", NUMBERS, i -> send("GET", "/phone-number/" + id, ""));
    rate(
        "search of what is taken",
        200,
        i -> send("POST", "/phone-number/search-available", search()));
    walk(1000);
    walk(100);
    start = System.nanoTime();
    simulator.reset();
    System.out.printf("reset                         %5d ms%n", millisSince(start));
    walkSearch();
  }

  private void warmUp() throws Exception {
    rate("list of nothing, cold", 3_000, i -> send("POST", "/phone-number/list", "{}"));
    rate("list of nothing", 10_000, i -> send("POST", "/phone-number/list", "{}"));
  }

  private void walk(int page) throws Exception {
    long start = System.nanoTime();
    int pages = 0;
    int numbers = 0;
    String token = "";
    do {
      String next = token.isEmpty() ? "" : ",\"NextToken\":\"" + token + "\"";
      String body = send("POST", "/phone-number/list", "{\"MaxResults\":" + page + next + "}");
      numbers += body.split("\"PhoneNumberId\"", -1).length - 1;
      token = next(body);
      pages++;
    } while (!token.isEmpty());
    if (numbers != NUMBERS) {
      throw new IllegalStateException(numbers + " numbers listed");
    }
    System.out.printf("list all, %3d pages of %4d    %5d ms%n", pages, page, millisSince(start));
  }

  private void walkSearch() throws Exception {
    long start = System.nanoTime();
    int pages = 0;
    String token = "";
    do {
      String next = token.isEmpty() ? "" : ",\"NextToken\":\"" + token + "\"";
      token =
          next(send("POST", "/phone-number/search-available", search().replace("}", next + "}")));
      pages++;
    } while (!token.isEmpty());
    System.out.printf("search all, %4d pages of 10   %5d ms%n", pages, millisSince(start));
  }

  private static String next(String body) {
    Matcher token = TOKEN.matcher(body);
    return token.find() ? token.group(1) : "";
  }

  private String claim(int i) {
    return "{\"TargetArn\":\"%s\",\"PhoneNumber\":\"+1206%07d\"}".formatted(instance, i);
  }

  private String search() {
    return "{\"TargetArn\":\"%s\",\"PhoneNumberCountryCode\":\"US\",\"PhoneNumberType\":\"DID\"}"
        .formatted(instance);
  }

  private interface Work {
    Object send(int i) throws Exception;
  }

  private static void rate(String what, int count, Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    var next = new AtomicInteger();
    var running = new ArrayList<Future<?>>();
    long start = System.nanoTime();
    for (int thread = 0; thread < THREADS; thread++) {
      running.add(
          threads.submit(
              () -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                  work.send(i);
                }
                return null;
              }));
    }
    for (Future<?> future : running) {
      future.get();
    }
    threads.shutdown();
    long millis = Math.max(1, millisSince(start));
    System.out.printf(
        "%-26s %6d requests  %6d ms  %6d a second%n", what, count, millis, count * 1000L / millis);
  }

  private String send(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(simulator.endpoint() + path))
            .version(HttpClient.Version.HTTP_1_1)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(List.of(answer.statusCode(), answer.body()).toString());
    }
    return answer.body();
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}

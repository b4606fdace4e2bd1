package dev.dialtone.benchmarks;

import dev.dialtone.Operation;
import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.chime.ChimeAdapter;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.error.ConflictException;
import dev.dialtone.jdbc.JdbcOperationJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;

/**
 * The process that is killed: real SDK clients and a real journal. It goes on with what is open in
 * the journal, then starts the wishes that come in, one a line up to a dot, and tells each step on
 * its output. It ends with its input.
 */
final class Worker {
  static final String END_OF_WISHES = ".";
  static final String DONE = "done";
  static final String ELSEWHERE = "elsewhere";

  /** What 500 operations with these troubles must never use up. */
  private static final int ATTEMPTS = 8;

  private final PhoneNumbers numbers;
  private final List<CompletableFuture<?>> followed = new ArrayList<>();

  private Worker(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /** With the endpoints of Connect and Chime, Region, the journal's URL and its lease in ms. */
  public static void main(String[] arguments) throws IOException {
    tell("up");
    Region region = Region.of(arguments[2]);
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (var journal =
            new JdbcOperationJournal(
                new UrlSource(arguments[3]), Duration.ofMillis(Long.parseLong(arguments[4])));
        PhoneNumbers numbers =
            PhoneNumbers.builder()
                .connect(
                    ConnectAdapter.of(pointed(ConnectAsyncClient.builder(), arguments[0], region)))
                .chime(
                    ChimeAdapter.voice(
                        pointed(ChimeSdkVoiceAsyncClient.builder(), arguments[1], region)))
                .journal(journal)
                .quota(Quota.of(200, 50))
                .attempts(ATTEMPTS)
                .build()) {
      new Worker(numbers).work(input);
      input.transferTo(Writer.nullWriter()); // Until the parent ends it.
    }
  }

  private static <B extends AwsClientBuilder<B, ?>> B pointed(
      B builder, String endpoint, Region region) {
    return builder
        .region(region)
        .endpointOverride(URI.create(endpoint))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  private void work(BufferedReader input) throws IOException {
    List<Operation<?>> resumed = numbers.resumeAll().await(Duration.ofMinutes(1));
    tell("resumed " + resumed.size());
    resumed.forEach(this::follow);
    var starter = new Starter(numbers);
    for (String line = input.readLine();
        line != null && !line.equals(END_OF_WISHES);
        line = input.readLine()) {
      var wish = Wish.of(line);
      Operation<?> operation = starter.start(wish);
      tell("ticket " + wish.key() + " " + operation.ticket().id());
      follow(operation);
    }
    var unused =
        CompletableFuture.allOf(followed.toArray(CompletableFuture[]::new))
            .thenRun(() -> tell("idle"));
  }

  private void follow(Operation<?> operation) {
    String id = operation.ticket().id();
    followed.add(
        operation
            .toFuture()
            .handle(
                (result, failure) -> {
                  tell("ended " + id + " " + (failure == null ? DONE : outcome(failure)));
                  return result;
                }));
  }

  private static String outcome(Throwable failure) {
    boolean isElsewhere =
        failure instanceof ConflictException conflict
            && conflict.getMessage().contains("followed by another process");
    return isElsewhere
        ? ELSEWHERE
        : (failure.getClass().getSimpleName() + ": " + failure.getMessage()).replace('\n', ' ');
  }

  private static void tell(String line) {
    PrintStream out = System.out;
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}

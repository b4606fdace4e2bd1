package dev.dialtone.benchmarks;

import dev.dialtone.PhoneNumbers;
import dev.dialtone.Quota;
import dev.dialtone.connect.ConnectAdapter;
import dev.dialtone.model.PhoneNumberId;
import dev.dialtone.spi.ConnectPort;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;

/** Ways to ask for a number. All have the same client with the same settings underneath. */
enum Contestant {
  BARE_SDK("the bare SDK"),
  BUILDER("Dialtone over a builder"),
  READY("Dialtone over a ready client");

  /** As many calls as {@link OneCallBenchmark#MANY} must not wait for a connection. */
  private static final int CONNECTIONS = 100;

  private final String words;

  Contestant(String words) {
    this.words = words;
  }

  /** One that talks to the service there. */
  Describer at(URI endpoint) {
    return switch (this) {
      case BARE_SDK -> new Bare(client(endpoint).build());
      case BUILDER -> new Ours(ConnectAdapter.of(client(endpoint)), () -> {});
      case READY -> {
        ConnectAsyncClient ready = client(endpoint).build();
        yield new Ours(ConnectAdapter.of(ready), ready::close);
      }
    };
  }

  @Override
  public String toString() {
    return words;
  }

  private static ConnectAsyncClientBuilder client(URI endpoint) {
    return ConnectAsyncClient.builder()
        .region(Region.US_WEST_2)
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().maxConcurrency(CONNECTIONS));
  }

  /** Asks for the number, as a person would write it. */
  interface Describer extends AutoCloseable {
    /** Waits for the answer. */
    Object answer();

    /** Does not wait. */
    CompletableFuture<?> start();

    @Override
    void close();
  }

  private record Bare(ConnectAsyncClient client) implements Describer {
    @Override
    public Object answer() {
      return start().join();
    }

    @Override
    public CompletableFuture<?> start() {
      return client.describePhoneNumber(request -> request.phoneNumberId(CannedService.NUMBER_ID));
    }

    @Override
    public void close() {
      client.close();
    }
  }

  private record Ours(PhoneNumbers numbers, Runnable afterwards) implements Describer {
    private static final PhoneNumberId ID = PhoneNumberId.of(CannedService.NUMBER_ID);

    Ours(ConnectPort adapter, Runnable afterwards) {
      this(
          PhoneNumbers.builder().connect(adapter).quota(Quota.of(1_000_000, 1_000_000)).build(),
          afterwards);
    }

    @Override
    public Object answer() {
      return numbers.describe(ID).await(Duration.ofSeconds(10));
    }

    @Override
    public CompletableFuture<?> start() {
      return numbers.describe(ID).toFuture();
    }

    @Override
    public void close() {
      numbers.close();
      afterwards.run();
    }
  }
}

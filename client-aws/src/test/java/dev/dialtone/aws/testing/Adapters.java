package dev.dialtone.aws.testing;

import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Makes adapters of one service over clients of every kind, and closes the ready clients that they
 * leave open.
 */
public final class Adapters<P> implements AutoCloseable {
  private final Over<P, ?, ?> async;
  private final Over<P, ?, ?> blocking;
  private final Queue<SdkAutoCloseable> ready = new ConcurrentLinkedQueue<>();

  /** Over the service's asynchronous and synchronous clients. */
  public Adapters(Over<P, ?, ?> async, Over<P, ?, ?> blocking) {
    this.async = async;
    this.blocking = blocking;
  }

  /**
   * One of the service's clients.
   *
   * @param builder AWS's, with a Region
   * @param built the adapter over it
   * @param given the adapter over a client that it has built
   */
  public record Over<P, B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable>(
      Supplier<B> builder, Function<B, P> built, Function<C, P> given) {
    private P ofBuilder(URI endpoint, Consumer<AwsClientBuilder<?, ?>> settings) {
      return built.apply(configured(endpoint, settings));
    }

    private P ofReady(
        URI endpoint, Consumer<AwsClientBuilder<?, ?>> settings, Queue<SdkAutoCloseable> ready) {
      C client = configured(endpoint, settings).build();
      ready.add(client);
      return given.apply(client);
    }

    private B configured(URI endpoint, Consumer<AwsClientBuilder<?, ?>> settings) {
      B client = at(endpoint, builder.get());
      settings.accept(client);
      return client;
    }
  }

  /** Over a client of whatever listens there. */
  public P of(ClientKind kind, URI endpoint) {
    return of(kind, endpoint, client -> {});
  }

  /** The same with these settings. */
  public P of(ClientKind kind, URI endpoint, Consumer<AwsClientBuilder<?, ?>> settings) {
    Over<P, ?, ?> over = kind.isBlocking() ? blocking : async;
    return kind.isReady()
        ? over.ofReady(endpoint, settings, ready)
        : over.ofBuilder(endpoint, settings);
  }

  /** Anybody's client of whatever listens there, over the HTTP of all tests. */
  public static <B extends AwsClientBuilder<B, ?>> B at(URI endpoint, B client) {
    SharedHttp.set(client, SharedHttp.ASYNC, SharedHttp.BLOCKING);
    return client
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  /** Closes what the adapters were given ready. */
  @Override
  public void close() {
    for (var client = ready.poll(); client != null; client = ready.poll()) {
      client.close();
    }
  }
}

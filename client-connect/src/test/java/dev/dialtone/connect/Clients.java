package dev.dialtone.connect;

import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;
import software.amazon.awssdk.services.connect.ConnectBaseClientBuilder;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.ConnectClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Makes adapters of every kind, and closes the ready clients that the adapters leave open. */
final class Clients implements AutoCloseable {
  /** For all tests: an SDK client that makes its own takes two seconds to close it. */
  static final SdkAsyncHttpClient HTTP = NettyNioAsyncHttpClient.create();

  /** The same for synchronous clients. */
  static final SdkHttpClient BLOCKING_HTTP = ApacheHttpClient.create();

  private final Queue<SdkAutoCloseable> ready = new ConcurrentLinkedQueue<>();

  ConnectAdapter adapter(ClientKind kind, URI endpoint) {
    return adapter(kind, endpoint, client -> {});
  }

  /** An adapter over a client of whatever listens there, with these settings. */
  ConnectAdapter adapter(
      ClientKind kind, URI endpoint, Consumer<ConnectBaseClientBuilder<?, ?>> settings) {
    ConnectAsyncClientBuilder async = async(endpoint);
    ConnectClientBuilder blocking = blocking(endpoint);
    settings.accept(kind.isBlocking() ? blocking : async);
    return switch (kind) {
      case ASYNC_BUILDER -> ConnectAdapter.of(async);
      case BLOCKING_BUILDER -> ConnectAdapter.of(blocking);
      case ASYNC_CLIENT -> {
        ConnectAsyncClient client = async.build();
        ready.add(client);
        yield ConnectAdapter.of(client);
      }
      case BLOCKING_CLIENT -> {
        ConnectClient client = blocking.build();
        ready.add(client);
        yield ConnectAdapter.of(client);
      }
    };
  }

  static ConnectAsyncClientBuilder async(URI endpoint) {
    var client = ConnectAsyncClient.builder().httpClient(HTTP);
    known(client, endpoint);
    return client;
  }

  static ConnectClientBuilder blocking(URI endpoint) {
    var client = ConnectClient.builder().httpClient(BLOCKING_HTTP);
    known(client, endpoint);
    return client;
  }

  /** Sets the HTTP client of the builder's kind; null lets the SDK make one. */
  static void http(
      ConnectBaseClientBuilder<?, ?> client,
      @Nullable SdkAsyncHttpClient async,
      @Nullable SdkHttpClient blocking) {
    if (client instanceof ConnectAsyncClientBuilder builder) {
      builder.httpClient(async);
    } else {
      ((ConnectClientBuilder) client).httpClient(blocking);
    }
  }

  private static void known(ConnectBaseClientBuilder<?, ?> client, URI endpoint) {
    client
        .region(Region.US_WEST_2)
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  /** Closes what the tests' adapters were given ready. */
  @Override
  public void close() {
    for (var client = ready.poll(); client != null; client = ready.poll()) {
      client.close();
    }
  }
}

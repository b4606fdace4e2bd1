package dev.dialtone.connect;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClientBuilder;
import software.amazon.awssdk.services.connect.ConnectBaseClientBuilder;
import software.amazon.awssdk.services.connect.ConnectClientBuilder;

/** Counts what it is asked for, and leaves the work to the clients of all tests. */
final class CountingHttpClient {
  final AtomicInteger requests = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();

  /** Gives it to a builder as an instance. */
  void giveTo(ConnectBaseClientBuilder<?, ?> client) {
    Clients.http(client, new Async(), new Blocking());
  }

  /** Lets the builder make it. */
  void giveAsBuilderTo(ConnectBaseClientBuilder<?, ?> client) {
    if (client instanceof ConnectAsyncClientBuilder async) {
      async.httpClient(null).httpClientBuilder(defaults -> new Async());
    } else if (client instanceof ConnectClientBuilder blocking) {
      blocking.httpClient(null).httpClientBuilder(defaults -> new Blocking());
    }
  }

  private final class Async implements SdkAsyncHttpClient {
    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
      requests.incrementAndGet();
      return Clients.HTTP.execute(request);
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  private final class Blocking implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      requests.incrementAndGet();
      return Clients.BLOCKING_HTTP.prepareRequest(request);
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}

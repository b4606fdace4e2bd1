package dev.dialtone.aws.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/** Counts what it is asked for, and leaves the work to the clients of all tests. */
public final class CountingHttpClient {
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  /** How many requests it was handed. */
  public int requests() {
    return requests.get();
  }

  /** How often it was closed. */
  public int closed() {
    return closed.get();
  }

  /** Gives it to a builder as an instance. */
  public void giveTo(AwsClientBuilder<?, ?> client) {
    SharedHttp.set(client, new Async(), new Blocking());
  }

  /** Lets the builder make it. */
  public void giveAsBuilderTo(AwsClientBuilder<?, ?> client) {
    SharedHttp.set(client, null, null);
    if (client instanceof SdkAsyncClientBuilder<?, ?> async) {
      async.httpClientBuilder(defaults -> new Async());
    } else {
      ((SdkSyncClientBuilder<?, ?>) client).httpClientBuilder(defaults -> new Blocking());
    }
  }

  private final class Async implements SdkAsyncHttpClient {
    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
      requests.incrementAndGet();
      return SharedHttp.ASYNC.execute(request);
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
      return SharedHttp.BLOCKING.prepareRequest(request);
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}

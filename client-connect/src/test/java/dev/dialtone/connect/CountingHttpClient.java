package dev.dialtone.connect;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/** Counts what it is asked for, and leaves the work to the client of all tests. */
final class CountingHttpClient implements SdkAsyncHttpClient {
  final AtomicInteger requests = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();

  @Override
  public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
    requests.incrementAndGet();
    return OverHttp.HTTP.execute(request);
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}

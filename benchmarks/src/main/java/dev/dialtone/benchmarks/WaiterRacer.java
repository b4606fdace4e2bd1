package dev.dialtone.benchmarks;

import io.github.resilience4j.ratelimiter.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.waiters.AsyncWaiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.core.waiters.WaiterResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.model.DescribePhoneNumberResponse;
import software.amazon.awssdk.services.connect.model.PhoneNumberWorkflowStatus;

/**
 * The SDK's asynchronous client and its waiter, which looks each second. The limiters are asked
 * without blocking: what they do not allow yet is scheduled. So is the waiter's first look, which
 * would come at once.
 */
final class WaiterRacer implements Racer {
  private static final int LOOKS_AT_MOST = 200;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final String instance;
  private final ConnectAsyncClient client;
  private final RateLimiter claims;
  private final RateLimiter looks;
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final AsyncWaiter<DescribePhoneNumberResponse> waiter;

  WaiterRacer(Track track) {
    this.instance = track.instance();
    this.claims = PlainLimiter.ofClaims(track.quota());
    this.looks = PlainLimiter.ofLooks(track.quota());
    this.client =
        track
            .pointed(ConnectAsyncClient.builder())
            .overrideConfiguration(
                settings ->
                    settings.retryStrategy(
                        AwsRetryStrategy.legacyRetryStrategy().toBuilder()
                            .maxAttempts(PoolRacer.ATTEMPTS)
                            .build()))
            .build();
    this.waiter =
        AsyncWaiter.builder(DescribePhoneNumberResponse.class)
            .scheduledExecutorService(scheduler)
            .overrideConfiguration(
                settings ->
                    settings
                        .maxAttempts(LOOKS_AT_MOST)
                        .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(BETWEEN_LOOKS)))
            .acceptors(
                List.of(
                    WaiterAcceptor.successOnResponseAcceptor(
                        shown -> status(shown) == PhoneNumberWorkflowStatus.CLAIMED),
                    WaiterAcceptor.errorOnResponseAcceptor(
                        shown -> status(shown) == PhoneNumberWorkflowStatus.FAILED),
                    WaiterAcceptor.retryOnResponseAcceptor(shown -> true)))
            .build();
  }

  private static PhoneNumberWorkflowStatus status(DescribePhoneNumberResponse shown) {
    return shown.claimedPhoneNumberSummary().phoneNumberStatus().status();
  }

  @Override
  public void claim(List<String> numbers, Finishes finishes) throws InterruptedException {
    var open = new CountDownLatch(numbers.size());
    for (String number : numbers) {
      var unused =
          claim(number)
              .whenComplete(
                  (claimed, failure) -> {
                    finishes.note(number, failure);
                    open.countDown();
                  });
    }
    open.await();
  }

  private CompletableFuture<WaiterResponse<DescribePhoneNumberResponse>> claim(String number) {
    return in(
            claims.reservePermission(),
            () ->
                client.claimPhoneNumber(request -> request.targetArn(instance).phoneNumber(number)))
        .thenCompose(
            taken ->
                in(
                    BETWEEN_LOOKS.toNanos(),
                    () -> waiter.runAsync(() -> look(taken.phoneNumberId()))));
  }

  private CompletableFuture<DescribePhoneNumberResponse> look(String id) {
    return in(
        looks.reservePermission(),
        () -> client.describePhoneNumber(request -> request.phoneNumberId(id)));
  }

  private <T> CompletableFuture<T> in(long nanos, Supplier<CompletableFuture<T>> call) {
    Executor later = CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, scheduler);
    return CompletableFuture.runAsync(() -> {}, later).thenCompose(now -> call.get());
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
    client.close();
  }
}

package dev.dialtone.benchmarks;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;

/**
 * The way that is usual: a retry of four attempts round the SDK's client, whose own retries are off
 * and whose calls end after two seconds. The SDK makes a new token for each call.
 */
final class NaiveClaims implements Claims {
  private static final int AT_ONCE = 40;
  private static final Duration PAUSE = Duration.ofMillis(50);

  @Override
  public String name() {
    return "Resilience4j round the SDK";
  }

  @Override
  public Map<String, Boolean> claim(ClaimWorld world, List<String> numbers)
      throws InterruptedException {
    Map<String, Boolean> told = new ConcurrentHashMap<>();
    var retry = Retry.of("claim", RetryConfig.custom().maxAttempts(4).waitDuration(PAUSE).build());
    var window = new Semaphore(AT_ONCE);
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    try (ConnectAsyncClient client = client(world)) {
      for (String number : numbers) {
        window.acquire();
        var unused =
            retry
                .executeCompletionStage(
                    scheduler,
                    () ->
                        client.claimPhoneNumber(
                            request -> request.targetArn(world.instance()).phoneNumber(number)))
                .handle(
                    (claimed, failure) -> {
                      told.put(number, failure == null);
                      window.release();
                      return claimed;
                    });
      }
      window.acquire(AT_ONCE);
    } finally {
      scheduler.shutdownNow();
    }
    return told;
  }

  private static ConnectAsyncClient client(ClaimWorld world) {
    return world
        .clients()
        .connect(ConnectAsyncClient.builder())
        .overrideConfiguration(
            settings ->
                settings
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .apiCallTimeout(Duration.ofSeconds(2)))
        .build();
  }
}

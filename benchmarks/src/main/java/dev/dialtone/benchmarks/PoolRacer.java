package dev.dialtone.benchmarks;

import io.github.resilience4j.ratelimiter.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ClaimedPhoneNumberSummary;
import software.amazon.awssdk.services.connect.model.PhoneNumberWorkflowStatus;

/**
 * The way that is usual: each thread of a pool takes a number, claims it, and looks each second
 * until it is there, the first time after a second. Every request waits for a limiter of its
 * operation; the SDK attempts ten times what is refused all the same, and each thread has a
 * connection.
 */
final class PoolRacer implements Racer {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  static final int ATTEMPTS = 10;

  private final String instance;
  private final ConnectClient client;
  private final RateLimiter claims;
  private final RateLimiter looks;
  private final ExecutorService pool;

  PoolRacer(Track track, int threads) {
    this.instance = track.instance();
    this.claims = PlainLimiter.ofClaims(track.quota());
    this.looks = PlainLimiter.ofLooks(track.quota());
    this.pool = Executors.newFixedThreadPool(threads);
    this.client =
        track
            .pointed(ConnectClient.builder())
            .httpClientBuilder(ApacheHttpClient.builder().maxConnections(threads))
            .overrideConfiguration(
                settings ->
                    settings.retryStrategy(
                        AwsRetryStrategy.legacyRetryStrategy().toBuilder()
                            .maxAttempts(ATTEMPTS)
                            .build()))
            .build();
  }

  @Override
  public void claim(List<String> numbers, Finishes finishes) throws InterruptedException {
    var open = new CountDownLatch(numbers.size());
    for (String number : numbers) {
      pool.execute(
          () -> {
            try {
              claim(number);
              finishes.note(number, null);
            } catch (RuntimeException | InterruptedException failure) {
              finishes.note(number, failure);
            } finally {
              open.countDown();
            }
          });
    }
    open.await();
  }

  private void claim(String number) throws InterruptedException {
    RateLimiter.waitForPermission(claims);
    String id =
        client
            .claimPhoneNumber(request -> request.targetArn(instance).phoneNumber(number))
            .phoneNumberId();
    do {
      // What the library must never do is what people do, and what is measured here.
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } while (!isClaimed(id));
  }

  private boolean isClaimed(String id) {
    RateLimiter.waitForPermission(looks);
    ClaimedPhoneNumberSummary shown =
        client
            .describePhoneNumber(request -> request.phoneNumberId(id))
            .claimedPhoneNumberSummary();
    PhoneNumberWorkflowStatus status = shown.phoneNumberStatus().status();
    if (status == PhoneNumberWorkflowStatus.FAILED) {
      throw new IllegalStateException(shown.phoneNumberStatus().message());
    }
    return status == PhoneNumberWorkflowStatus.CLAIMED;
  }

  @Override
  public void close() {
    pool.shutdownNow();
    client.close();
  }
}

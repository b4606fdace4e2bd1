package dev.dialtone.aws;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * What a request takes along because of the kind of client that sends it. Implementations are
 * immutable.
 */
@FunctionalInterface
public interface RequestSettings {
  /** The client was built for the adapter, and does not block. */
  RequestSettings NONE = (settings, left) -> {};

  /** The client is the user's, whose other calls keep their retries. */
  RequestSettings WITHOUT_RETRIES = (settings, left) -> settings.addPlugin(OneRetryOwner.PLUGIN);

  /** A request begins to be sent, with so much of its time left. */
  void addTo(AwsRequestOverrideConfiguration.Builder settings, Duration left);

  /** Both. */
  default RequestSettings and(RequestSettings other) {
    return (settings, left) -> {
      addTo(settings, left);
      other.addTo(settings, left);
    };
  }

  /**
   * The client blocks, and its call must let go of the thread when its time is over. A request's
   * time-out replaces the client's, so the shorter of the two is set.
   *
   * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/timeouts.html">
   *     Time-outs of the SDK</a>
   */
  static RequestSettings timedFor(AwsClient client) {
    Optional<Duration> users =
        client.serviceClientConfiguration().overrideConfiguration().apiCallTimeout();
    return (settings, left) ->
        settings.apiCallTimeout(users.filter(time -> time.compareTo(left) < 0).orElse(left));
  }
}

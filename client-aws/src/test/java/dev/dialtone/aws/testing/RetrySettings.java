package dev.dialtone.aws.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.profiles.ProfileFile;

/** What people do to a client's builder so that the SDK repeats calls. */
public final class RetrySettings {
  private RetrySettings() {}

  /** All, by name. */
  public static Map<String, Consumer<AwsClientBuilder<?, ?>>> all() {
    return Map.of(
        "as it comes",
        client -> {},
        "retryStrategy",
        override(with -> with.retryStrategy(AwsRetryStrategy.legacyRetryStrategy())),
        "retryStrategy of 9",
        override(
            with ->
                with.retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(9).build())),
        "deprecated retryPolicy",
        override(RetrySettings::retryPolicy),
        "retryMode",
        override(with -> with.retryStrategy(RetryMode.ADAPTIVE_V2)),
        "profile",
        override(with -> with.defaultProfileFile(profile())),
        "plugin",
        client -> client.addPlugin(plugin()));
  }

  private static Consumer<AwsClientBuilder<?, ?>> override(
      Consumer<ClientOverrideConfiguration.Builder> with) {
    return client -> client.overrideConfiguration(with);
  }

  @SuppressWarnings("deprecation") // People still set it, so it must be turned off as well.
  private static void retryPolicy(ClientOverrideConfiguration.Builder with) {
    with.retryPolicy(RetryPolicy.builder().numRetries(6).build());
  }

  private static ProfileFile profile() {
    return ProfileFile.aggregator()
        .addFile(
            ProfileFile.builder()
                .content(
                    new ByteArrayInputStream(
                        "[default]\nmax_attempts=7\nretry_mode=standard\n".getBytes(UTF_8)))
                .type(ProfileFile.Type.CONFIGURATION)
                .build())
        .build();
  }

  private static SdkPlugin plugin() {
    return client ->
        client.overrideConfiguration(
            client.overrideConfiguration().toBuilder()
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                .build());
  }
}

package dev.dialtone.aws;

import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.core.client.config.ClientAsyncConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;

/** Builds the clients that an adapter owns. */
public final class Clients {
  /**
   * The engine takes an answer in without blocking, and callers' code runs elsewhere: the SDK's
   * pool for completions would be woken for nothing with every answer. Nothing else can be set
   * here, so nothing of the user's is lost.
   */
  private static final ClientAsyncConfiguration ANSWERS_WHERE_THEY_ARRIVE =
      ClientAsyncConfiguration.builder()
          .advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run)
          .build();

  private Clients() {}

  /** One that does not block, without the SDK's retries. */
  public static <B extends SdkAsyncClientBuilder<B, C> & SdkClientBuilder<B, C>, C> C async(
      B builder) {
    return blocking(builder.asyncConfiguration(ANSWERS_WHERE_THEY_ARRIVE));
  }

  /** One that blocks, without the SDK's retries. */
  public static <B extends SdkClientBuilder<B, C>, C> C blocking(B builder) {
    return builder.addPlugin(OneRetryOwner.PLUGIN).build();
  }
}

package dev.dialtone.aws;

import static software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR;

import java.lang.reflect.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkDefaultClientBuilder;
import software.amazon.awssdk.core.client.config.ClientAsyncConfiguration;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;

/** Builds the clients that an adapter owns. */
public final class Clients {
  private static final Logger LOG = LoggerFactory.getLogger(Clients.class);

  private static final ClientAsyncConfiguration WHERE_THEY_ARRIVE =
      ClientAsyncConfiguration.builder()
          .advancedOption(FUTURE_COMPLETION_EXECUTOR, Runnable::run)
          .build();

  private Clients() {}

  /**
   * One that does not block, without the SDK's retries. Unless the user has chosen an executor for
   * answers, they are taken in where they arrive: the engine takes them in without blocking, and
   * callers' code runs elsewhere, so the SDK's pool would be woken with each for nothing.
   */
  public static <B extends SdkAsyncClientBuilder<B, C> & SdkClientBuilder<B, C>, C> C async(
      B builder) {
    if (leavesTheExecutorOpen(builder)) {
      builder.asyncConfiguration(WHERE_THEY_ARRIVE);
    }
    return blocking(builder);
  }

  /** One that blocks, without the SDK's retries. */
  public static <B extends SdkClientBuilder<B, C>, C> C blocking(B builder) {
    return builder.addPlugin(OneRetryOwner.PLUGIN).build();
  }

  /** Builders do not tell: it is read where they keep it, and what cannot be read is left as is. */
  private static boolean leavesTheExecutorOpen(SdkClientBuilder<?, ?> builder) {
    try {
      Field kept = SdkDefaultClientBuilder.class.getDeclaredField("clientConfiguration");
      kept.setAccessible(true);
      var settings = (SdkClientConfiguration.Builder) kept.get(builder);
      return settings.option(FUTURE_COMPLETION_EXECUTOR) == null;
    } catch (ReflectiveOperationException | RuntimeException hidden) {
      LOG.debug("answers go through the SDK's executor: the builder does not show its own", hidden);
      return false;
    }
  }
}

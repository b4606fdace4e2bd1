package dev.dialtone.aws;

import java.util.function.Consumer;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Turns the SDK's retries off, so that only Dialtone's engine sends a request again, and keeps what
 * its exceptions leave out in a {@link CallTrace}. As a plugin, on a builder or on a request, it
 * leaves the user's other settings as they are; {@code overrideConfiguration(Consumer)} would wipe
 * them. This class is thread-safe.
 */
public final class OneRetryOwner implements SdkPlugin {
  /** For a builder, as the last of its plugins; requests get it by {@link RequestSettings}. */
  public static final OneRetryOwner PLUGIN = new OneRetryOwner();

  private static final Tracer TRACER = new Tracer();

  private OneRetryOwner() {}

  @Override
  public void configureClient(SdkServiceClientConfiguration.Builder client) {
    ClientOverrideConfiguration users = client.overrideConfiguration();
    client.overrideConfiguration(
        (users == null ? ClientOverrideConfiguration.builder() : users.toBuilder())
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .addExecutionInterceptor(TRACER)
            .build());
  }

  private static final class Tracer implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
      note(attributes, trace -> trace.begins(operation));
    }

    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      note(
          attributes,
          trace -> {
            if (!trace.maySend()) {
              throw AbortedException.create("given up before it was sent");
            }
          });
    }

    @Override
    public void afterTransmission(
        Context.AfterTransmission context, ExecutionAttributes attributes) {
      note(attributes, trace -> trace.replied(context.httpResponse()));
    }

    /** The SDK breaks at a negative one, and would no longer tell that it was a 429. */
    @Override
    public SdkHttpResponse modifyHttpResponse(
        Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
      SdkHttpResponse reply = context.httpResponse();
      boolean isNegative =
          !reply.isSuccessful()
              && reply
                  .firstMatchingHeader("Retry-After")
                  .filter(time -> time.startsWith("-"))
                  .isPresent();
      return isNegative ? reply.copy(with -> with.removeHeader("Retry-After")) : reply;
    }

    private static void note(ExecutionAttributes attributes, Consumer<CallTrace> what) {
      CallTrace trace = attributes.getAttribute(CallTrace.ATTRIBUTE);
      if (trace != null) {
        what.accept(trace);
      }
    }
  }
}

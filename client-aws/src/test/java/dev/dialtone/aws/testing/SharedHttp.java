package dev.dialtone.aws.testing;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;

/** HTTP for all tests: an SDK client that makes its own takes two seconds to close it. */
public final class SharedHttp {
  /** For asynchronous clients. */
  public static final SdkAsyncHttpClient ASYNC = NettyNioAsyncHttpClient.create();

  /** The same for synchronous clients. */
  public static final SdkHttpClient BLOCKING = ApacheHttpClient.create();

  private SharedHttp() {}

  /** Sets the HTTP client of the builder's kind; null lets the SDK make one. */
  public static void set(
      AwsClientBuilder<?, ?> client,
      @Nullable SdkAsyncHttpClient async,
      @Nullable SdkHttpClient blocking) {
    if (client instanceof SdkAsyncClientBuilder<?, ?> builder) {
      builder.httpClient(async);
    } else {
      ((SdkSyncClientBuilder<?, ?>) client).httpClient(blocking);
    }
  }
}

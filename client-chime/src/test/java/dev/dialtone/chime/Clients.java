package dev.dialtone.chime;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chime.ChimeAsyncClient;
import software.amazon.awssdk.services.chime.ChimeAsyncClientBuilder;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chime.ChimeClientBuilder;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClientBuilder;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClientBuilder;

/** AWS's own builders, pointed at the stand-in; their HTTP clients are shared by all tests. */
final class Clients {
  private static final SdkAsyncHttpClient ASYNC = NettyNioAsyncHttpClient.create();
  private static final SdkHttpClient SYNC = ApacheHttpClient.create();
  private static final AwsCredentialsProvider ANYBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  private Clients() {}

  static ChimeSdkVoiceAsyncClientBuilder voiceAsync(URI endpoint) {
    return ChimeSdkVoiceAsyncClient.builder()
        .region(Region.US_WEST_2)
        .endpointOverride(endpoint)
        .httpClient(ASYNC)
        .credentialsProvider(ANYBODY);
  }

  static ChimeSdkVoiceClientBuilder voice(URI endpoint) {
    return ChimeSdkVoiceClient.builder()
        .region(Region.US_WEST_2)
        .endpointOverride(endpoint)
        .httpClient(SYNC)
        .credentialsProvider(ANYBODY);
  }

  static ChimeAsyncClientBuilder legacyAsync(URI endpoint) {
    return ChimeAsyncClient.builder()
        .region(Region.EU_WEST_1)
        .endpointOverride(endpoint)
        .httpClient(ASYNC)
        .credentialsProvider(ANYBODY);
  }

  static ChimeClientBuilder legacy(URI endpoint) {
    return ChimeClient.builder()
        .region(Region.EU_WEST_1)
        .endpointOverride(endpoint)
        .httpClient(SYNC)
        .credentialsProvider(ANYBODY);
  }
}

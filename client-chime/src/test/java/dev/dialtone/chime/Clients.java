package dev.dialtone.chime;

import dev.dialtone.aws.testing.Adapters;
import dev.dialtone.aws.testing.Adapters.Over;
import dev.dialtone.aws.testing.Subject;
import dev.dialtone.spi.ChimePort;
import java.net.URI;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chime.ChimeAsyncClient;
import software.amazon.awssdk.services.chime.ChimeAsyncClientBuilder;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chime.ChimeClientBuilder;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClientBuilder;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClientBuilder;

/** AWS's own builders for both namespaces, and adapters over each kind of client. */
final class Clients implements AutoCloseable {
  private final Adapters<ChimePort> voice = voiceAdapters();
  private final Adapters<ChimePort> legacy = legacyAdapters();

  ChimePort adapter(ChimeKind kind, URI endpoint) {
    return adapter(kind, endpoint, client -> {});
  }

  /** An adapter over a client of whatever listens there, with these settings. */
  ChimePort adapter(ChimeKind kind, URI endpoint, Consumer<AwsClientBuilder<?, ?>> settings) {
    return (kind.isVoice() ? voice : legacy).of(kind.client(), endpoint, settings);
  }

  /** The voice namespace, for what all adapters must do. */
  static Subject<ChimePort> voiceSubject() {
    return subject(voiceAdapters(), "/us-west-2/chime");
  }

  /** The legacy namespace; at an endpoint of the user's the SDK signs for the user's Region. */
  static Subject<ChimePort> legacySubject() {
    return subject(legacyAdapters(), "/eu-west-1/chime");
  }

  static ChimeSdkVoiceAsyncClientBuilder voiceAsync(URI endpoint) {
    return Adapters.at(endpoint, voiceAsync());
  }

  static ChimeSdkVoiceClientBuilder voice(URI endpoint) {
    return Adapters.at(endpoint, voice());
  }

  static ChimeAsyncClientBuilder legacyAsync(URI endpoint) {
    return Adapters.at(endpoint, legacyAsync());
  }

  static ChimeClientBuilder legacy(URI endpoint) {
    return Adapters.at(endpoint, legacy());
  }

  private static Subject<ChimePort> subject(Adapters<ChimePort> adapters, String signedFor) {
    return new Subject<>(
        adapters,
        (adapter, call) -> adapter.describe(OverHttp.NUMBER, call),
        ChimePort::close,
        OverHttp.DESCRIBED,
        signedFor);
  }

  private static Adapters<ChimePort> voiceAdapters() {
    return new Adapters<>(
        new Over<ChimePort, ChimeSdkVoiceAsyncClientBuilder, ChimeSdkVoiceAsyncClient>(
            Clients::voiceAsync, ChimeAdapter::voice, ChimeAdapter::voice),
        new Over<ChimePort, ChimeSdkVoiceClientBuilder, ChimeSdkVoiceClient>(
            Clients::voice, ChimeAdapter::voice, ChimeAdapter::voice));
  }

  private static Adapters<ChimePort> legacyAdapters() {
    return new Adapters<>(
        new Over<ChimePort, ChimeAsyncClientBuilder, ChimeAsyncClient>(
            Clients::legacyAsync, ChimeAdapter::legacy, ChimeAdapter::legacy),
        new Over<ChimePort, ChimeClientBuilder, ChimeClient>(
            Clients::legacy, ChimeAdapter::legacy, ChimeAdapter::legacy));
  }

  private static ChimeSdkVoiceAsyncClientBuilder voiceAsync() {
    return ChimeSdkVoiceAsyncClient.builder().region(Region.US_WEST_2);
  }

  private static ChimeSdkVoiceClientBuilder voice() {
    return ChimeSdkVoiceClient.builder().region(Region.US_WEST_2);
  }

  private static ChimeAsyncClientBuilder legacyAsync() {
    return ChimeAsyncClient.builder().region(Region.EU_WEST_1);
  }

  private static ChimeClientBuilder legacy() {
    return ChimeClient.builder().region(Region.EU_WEST_1);
  }

  /** Closes what the adapters were given ready. */
  @Override
  public void close() {
    voice.close();
    legacy.close();
  }
}

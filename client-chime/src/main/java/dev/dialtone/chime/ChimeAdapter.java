package dev.dialtone.chime;

import dev.dialtone.aws.Clients;
import dev.dialtone.aws.Regions;
import dev.dialtone.aws.RequestSettings;
import dev.dialtone.aws.Sender;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.ChimeVoicePort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.chime.ChimeAsyncClient;
import software.amazon.awssdk.services.chime.ChimeAsyncClientBuilder;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chime.ChimeClientBuilder;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClientBuilder;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClientBuilder;

/**
 * Amazon Chime through AWS's own clients. Get one from {@code voice}, the namespace of the Amazon
 * Chime SDK, or {@code legacy}, that of the old Amazon Chime, whose support has ended; hand it to
 * {@code PhoneNumbers.builder().chime(…)}, and close that. Numbers of one namespace are not found
 * in the other, and nothing falls back.
 *
 * <p>Adapters are thread-safe, and belong to one {@code PhoneNumbers} each.
 */
public final class ChimeAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(ChimeAdapter.class);
  private static final String THREADS = "dialtone-chime";

  private ChimeAdapter() {}

  /**
   * An adapter over the voice namespace, with a client that is built from this builder, with every
   * setting of yours but retries, and closed with the adapter. Answers are taken in on the HTTP
   * client's own threads, where interceptors and metric publishers of yours must not block, unless
   * you have set an executor with {@code asyncConfiguration}.
   */
  public static ChimeVoicePort voice(ChimeSdkVoiceAsyncClientBuilder builder) {
    ChimeSdkVoiceAsyncClient client = Clients.async(builder);
    return new VoiceAdapter(Regions.of(client), client, async(RequestSettings.NONE), client);
  }

  /** The same over a synchronous client; at most three calls are on the wire at once. */
  public static ChimeVoicePort voice(ChimeSdkVoiceClientBuilder builder) {
    ChimeSdkVoiceClient client = Clients.blocking(builder);
    return new VoiceAdapter(
        Regions.of(client),
        new BlockingVoice(client),
        blocking(RequestSettings.timedFor(client)),
        client);
  }

  /** The same over a client that you have, and close after the adapter, which never does. */
  public static ChimeVoicePort voice(ChimeSdkVoiceAsyncClient client) {
    return new VoiceAdapter(
        Regions.of(client), client, async(RequestSettings.WITHOUT_RETRIES), () -> {});
  }

  /** The same over a synchronous client that you have, and close. */
  public static ChimeVoicePort voice(ChimeSdkVoiceClient client) {
    return new VoiceAdapter(
        Regions.of(client),
        new BlockingVoice(client),
        blocking(RequestSettings.WITHOUT_RETRIES.and(RequestSettings.timedFor(client))),
        () -> {});
  }

  /**
   * An adapter over the legacy namespace, with a client that is built from this builder, with every
   * setting of yours but retries, and closed with the adapter. Answers are taken in on the HTTP
   * client's own threads, where interceptors and metric publishers of yours must not block, unless
   * you have set an executor with {@code asyncConfiguration}.
   */
  public static ChimePort legacy(ChimeAsyncClientBuilder builder) {
    ChimeAsyncClient client = Clients.async(builder);
    return new LegacyAdapter(legacyRegion(client), client, async(RequestSettings.NONE), client);
  }

  /** The same over a synchronous client; at most three calls are on the wire at once. */
  public static ChimePort legacy(ChimeClientBuilder builder) {
    ChimeClient client = Clients.blocking(builder);
    return new LegacyAdapter(
        legacyRegion(client),
        new BlockingLegacy(client),
        blocking(RequestSettings.timedFor(client)),
        client);
  }

  /** The same over a client that you have, and close after the adapter, which never does. */
  public static ChimePort legacy(ChimeAsyncClient client) {
    return new LegacyAdapter(
        legacyRegion(client), client, async(RequestSettings.WITHOUT_RETRIES), () -> {});
  }

  /** The same over a synchronous client that you have, and close. */
  public static ChimePort legacy(ChimeClient client) {
    return new LegacyAdapter(
        legacyRegion(client),
        new BlockingLegacy(client),
        blocking(RequestSettings.WITHOUT_RETRIES.and(RequestSettings.timedFor(client))),
        () -> {});
  }

  /** The SDK signs for it and sends there, whatever the client was told. */
  private static String legacyRegion(AwsClient client) {
    LOG.atDebug()
        .addKeyValue("clientRegion", Regions.of(client))
        .log("the legacy namespace of Amazon Chime is in us-east-1, whatever the client's Region");
    return "us-east-1";
  }

  private static Sender async(RequestSettings kind) {
    return Sender.async(THREADS, ChimeFailures::kind, kind);
  }

  private static Sender blocking(RequestSettings kind) {
    return Sender.blocking(THREADS, ChimeFailures::kind, kind);
  }
}

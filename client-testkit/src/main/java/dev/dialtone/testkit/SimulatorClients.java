package dev.dialtone.testkit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chime.ChimeAsyncClient;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceAsyncClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.connect.ConnectAsyncClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * AWS's own clients, pointed at a {@link PhoneNumberSimulator}: its address on 127.0.0.1, its
 * Region, credentials that are none, and everything else as the SDK has it by default. Get them
 * with {@link #of}, or from a {@link SimulatorExtension}.
 *
 * <pre>{@code
 * try (SimulatorClients clients = SimulatorClients.of(simulator)) {
 *   clients.connect().claimPhoneNumber(…);
 * }
 * }</pre>
 *
 * <p>A client is made when it is first asked for and is the same from then on; {@link #close()}
 * closes them, without waiting for the two seconds that AWS's asynchronous HTTP client takes, and
 * leaves the simulator alone. A client whose module of the AWS SDK is not on the class path cannot
 * be had, which harms nobody who does not ask for it. This class is thread-safe.
 */
public final class SimulatorClients implements AutoCloseable {
  private final PhoneNumberSimulator simulator;
  private final Map<Class<?>, SdkAutoCloseable> clients = new LinkedHashMap<>();
  private boolean closed;

  private SimulatorClients(PhoneNumberSimulator simulator) {
    this.simulator = simulator;
  }

  /** For this simulator; it stays yours to close. */
  public static SimulatorClients of(PhoneNumberSimulator simulator) {
    return new SimulatorClients(simulator);
  }

  /** Of Amazon Connect. */
  public ConnectClient connect() {
    return ready(ConnectClient.class, () -> connect(ConnectClient.builder()).build());
  }

  /** Of Amazon Connect, asynchronous. */
  public ConnectAsyncClient connectAsync() {
    return ready(ConnectAsyncClient.class, () -> connect(ConnectAsyncClient.builder()).build());
  }

  /** Of Amazon Chime SDK Voice. */
  public ChimeSdkVoiceClient voice() {
    return ready(ChimeSdkVoiceClient.class, () -> voice(ChimeSdkVoiceClient.builder()).build());
  }

  /** Of Amazon Chime SDK Voice, asynchronous. */
  public ChimeSdkVoiceAsyncClient voiceAsync() {
    return ready(
        ChimeSdkVoiceAsyncClient.class, () -> voice(ChimeSdkVoiceAsyncClient.builder()).build());
  }

  /** Of legacy Amazon Chime. */
  public ChimeClient legacy() {
    return ready(ChimeClient.class, () -> legacy(ChimeClient.builder()).build());
  }

  /** Of legacy Amazon Chime, asynchronous. */
  public ChimeAsyncClient legacyAsync() {
    return ready(ChimeAsyncClient.class, () -> legacy(ChimeAsyncClient.builder()).build());
  }

  /**
   * Points your own builder of a client of Amazon Connect here; what you build is yours to close.
   */
  public <B extends AwsClientBuilder<B, ?>> B connect(B builder) {
    return pointed(builder, simulator.endpoint(), simulator.region());
  }

  /** The same for a client of Amazon Chime SDK Voice. */
  public <B extends AwsClientBuilder<B, ?>> B voice(B builder) {
    return pointed(builder, simulator.voiceEndpoint(), simulator.region());
  }

  /** The same for a client of legacy Amazon Chime, which is in us-east-1 and nowhere else. */
  public <B extends AwsClientBuilder<B, ?>> B legacy(B builder) {
    return pointed(builder, simulator.legacyEndpoint(), "us-east-1");
  }

  /** Closes the clients that were made ready here; a second call does nothing. */
  @Override
  public void close() {
    List<SdkAutoCloseable> open;
    synchronized (clients) {
      closed = true;
      open = List.copyOf(clients.values());
      clients.clear();
    }
    if (!open.isEmpty()) {
      var closing =
          new Thread(() -> open.forEach(SdkAutoCloseable::close), "simulator-clients-close");
      closing.setDaemon(true);
      closing.start();
    }
  }

  private <C extends SdkAutoCloseable> C ready(Class<C> kind, Supplier<C> making) {
    synchronized (clients) {
      if (closed) {
        throw new IllegalStateException("these clients are closed");
      }
      return kind.cast(clients.computeIfAbsent(kind, first -> making.get()));
    }
  }

  private static <B extends AwsClientBuilder<B, ?>> B pointed(
      B builder, URI endpoint, String region) {
    return builder
        .region(Region.of(region))
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }
}

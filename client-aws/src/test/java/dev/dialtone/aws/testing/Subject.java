package dev.dialtone.aws.testing;

import dev.dialtone.spi.Call;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;

/**
 * A service's adapter, for what all of them must do.
 *
 * @param read any read through it
 * @param closing closes it
 * @param answer what the service may answer the read
 * @param signedFor the Region and the service in the signature
 */
public record Subject<P>(
    Adapters<P> adapters,
    BiFunction<P, Call, CompletionStage<?>> read,
    Consumer<P> closing,
    String answer,
    String signedFor)
    implements AutoCloseable {

  /** Over a client of this kind with these settings. */
  Reader over(ClientKind kind, URI endpoint, Consumer<AwsClientBuilder<?, ?>> settings) {
    P adapter = adapters.of(kind, endpoint, settings);
    return new Reader() {
      @Override
      public CompletionStage<?> read(Call call) {
        return read.apply(adapter, call);
      }

      @Override
      public void close() {
        closing.accept(adapter);
      }
    };
  }

  /** One adapter. */
  interface Reader extends AutoCloseable {
    CompletionStage<?> read(Call call);

    @Override
    void close();
  }

  /** Closes the ready clients. */
  @Override
  public void close() {
    adapters.close();
  }
}

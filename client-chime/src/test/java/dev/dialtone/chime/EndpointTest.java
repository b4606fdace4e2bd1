package dev.dialtone.chime;

import static dev.dialtone.chime.OverHttp.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dialtone.aws.testing.Calls;
import dev.dialtone.spi.ChimePort;
import dev.dialtone.spi.PortException.Reached;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Where a client without an endpoint of the user's sends, seen before anything leaves. */
class EndpointTest {
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

  private final Clients clients = new Clients();

  @AfterEach
  void close() {
    clients.close();
  }

  @ParameterizedTest
  @EnumSource
  void describe_noEndpointOfTheUsers_isSignedForTheRegionThatThePortTells(ChimeKind kind) {
    var seen = new ConcurrentLinkedQueue<SdkHttpRequest>();
    try (ChimePort port =
        clients.adapter(
            kind,
            NOBODY,
            client -> {
              client.endpointOverride(null);
              client.overrideConfiguration(with -> with.addExecutionInterceptor(new Holding(seen)));
            })) {
      assertThat(Calls.failure(port.describe(NUMBER, Calls.call())).reached())
          .isEqualTo(Reached.NO);
      assertThat(port.region()).isEqualTo(kind.isVoice() ? "us-west-2" : "us-east-1");
      assertThat(seen).hasSize(1);
      assertThat(seen.element().getUri())
          .isEqualTo(
              URI.create(
                  kind.isVoice()
                      ? "https://voice-chime.us-west-2.amazonaws.com/phone-numbers/%2B12065550100"
                      : "https://chime.us-east-1.amazonaws.com/phone-numbers/%2B12065550100"));
      assertThat(seen.element().firstMatchingHeader("Authorization").orElseThrow())
          .contains("/" + port.region() + "/chime/aws4_request");
    }
  }

  /** Writes down the signed request, and lets nothing leave. */
  private record Holding(Queue<SdkHttpRequest> seen) implements ExecutionInterceptor {
    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      seen.add(context.httpRequest());
      throw new IllegalStateException("nothing leaves a test");
    }
  }
}
